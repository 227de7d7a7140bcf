package org.livercds.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.cli.selfcheck.Tokens;
import org.livercds.security.Keys;

/** The same where clients have to say who they are: good tokens open, bad ones do not. */
@QuarkusTest
@TestProfile(ClientTokensTest.WithClients.class)
class FromOutsideWithTokensTest {

    @TestHTTPResource("/")
    URI base;

    @Test
    void good_tokens_open_and_bad_ones_do_not() throws Exception {
        Tokens tokens = new Tokens(
                Keys.ES384, ClientsResource.EHR, ClientsResource.PUBLIC_URL, Optional.empty(), Optional.empty());
        OurSelfcheck.assertGood(
                base,
                List.of(),
                Optional.of(tokens),
                Set.of(
                        "token.accepted",
                        "token.required",
                        "token.none",
                        "token.symmetric",
                        "token.tampered",
                        "token.replay",
                        "token.long",
                        "error.unauthorized",
                        "error.unauthorized-silent"));
    }
}
