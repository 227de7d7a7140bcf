package org.livercds.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.WireJson;

/** The service held to the list that it holds others to, with cards and without. */
@QuarkusTest
class FromOutsideTest {

    @TestHTTPResource("/")
    URI base;

    @Test
    void with_synthetic_requests_nothing_is_broken() throws Exception {
        OurSelfcheck.assertGood(base, List.of(), Optional.empty(), Set.of());
    }

    @Test
    void with_cards_and_suggestions_nothing_is_broken() throws Exception {
        byte[] request = Example.request("three-metastases-under-3-cm").getBytes(StandardCharsets.UTF_8);
        OurSelfcheck.assertGood(
                base,
                List.of(WireJson.readObject(request)),
                Optional.empty(),
                Set.of("card.summary-length", "card.topic", "suggestion.label", "action.patient", "feedback.accepted"));
    }
}
