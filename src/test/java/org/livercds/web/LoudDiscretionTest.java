package org.livercds.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same where everything is logged that the tests can turn on: Quarkus, Vert.x, Netty, HAPI and our own packages. */
@QuarkusTest
@TestProfile(UnderStrain.class)
class LoudDiscretionTest extends DiscretionTest {}
