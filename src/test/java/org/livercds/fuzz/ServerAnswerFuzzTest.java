package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.outbound.AnswerOfServer;

/** What a FHIR server answers: any bytes, packed or not, and any link to a next page. */
class ServerAnswerFuzzTest {

    private static final String BUNDLE = "{\"resourceType\":\"Bundle\",\"total\":0}";

    static Stream<Arguments> seeds() {
        return Stream.of(
                arguments(bytes(BUNDLE), false, 100, "https://ehr.example/fhir?page=2"),
                arguments(bytes("\ufeff" + BUNDLE), false, 100, "?page=2"),
                arguments(bytes(BUNDLE), true, 100, "https://ehr.example@evil.example/fhir"),
                arguments(bytes(BUNDLE), false, 5, "//evil.example/fhir"),
                arguments(bytes("{\"resourceType\":\"OperationOutcome\"}"), false, 100, "/\\evil.example"),
                arguments(bytes("<html>"), false, 100, "https://ehr.example:8443/fhir"),
                arguments(bytes("{}"), false, 100, "javascript:alert(1)"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void an_answer_is_a_page_or_a_problem_and_never_leads_elsewhere(
            byte @NotNull [] body, boolean zipped, @InRange(min = 0, max = 10_000) int most, @NotNull String link) {
        AnswerOfServer.read(body, zipped, most).ifPresent(page -> {
            assertTrue(page.unpacked() <= most);
            String type = page.json().path("resourceType").asText();
            assertNotEquals("", type);
            assertNotEquals("OperationOutcome", type);
            AnswerOfServer.next(page.json()).ifPresent(ServerAnswerFuzzTest::assertOfServer);
        });
        ObjectNode page = Chart.json("{'resourceType':'Bundle'}");
        page.putArray("link").addObject().put("relation", "next").put("url", link);
        Optional<URI> next = AnswerOfServer.next(page);
        next.ifPresent(ServerAnswerFuzzTest::assertOfServer);
    }

    private static void assertOfServer(URI next) {
        assertEquals("https", next.getScheme().toLowerCase(Locale.ROOT));
        assertEquals("ehr.example", next.getHost().toLowerCase(Locale.ROOT));
        assertTrue(next.getPort() == -1 || next.getPort() == 443);
        assertEquals(null, next.getRawUserInfo());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
