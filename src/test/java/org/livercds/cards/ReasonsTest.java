package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which references may be reasons, as a pattern says it. */
class ReasonsTest {

    private static final Pattern REASON = Pattern.compile(
            "(https?://[A-Za-z0-9._~:/%\\[\\]-]{1,500}/)?(Condition|Observation)/[A-Za-z0-9._-]{1,256}");

    static Stream<String> references() {
        Stream<String> plain = Stream.of(
                "",
                "/",
                "Condition/1",
                "Observation/a-b_c.D9",
                "Observation/",
                "Observation",
                "Patient/1",
                "Condition/1/2",
                "Condition/a b",
                "Condition/é",
                "Condition/" + "x".repeat(256),
                "Condition/" + "x".repeat(257),
                "xCondition/1",
                "/Condition/1",
                "condition/1");
        Stream<String> addressed = Stream.of(
                        "http://a/",
                        "https://ehr.example:8443/fhir/r4/",
                        "https://[::1]/%20/",
                        "http:///",
                        "http://",
                        "http:/",
                        "ftp://a/",
                        "HTTP://a/",
                        "http://a",
                        "http://a b/",
                        "http://a?b/",
                        "javascript:/",
                        "http://" + "x".repeat(500) + "/",
                        "http://" + "x".repeat(501) + "/",
                        "https://http://a/")
                .flatMap(server -> Stream.of(server + "Condition/1", server + "Observation/1", server + "Patient/1"));
        return Stream.concat(plain, addressed);
    }

    @ParameterizedTest
    @MethodSource("references")
    void as_by_the_pattern(String reference) {
        assertEquals(REASON.matcher(reference).matches(), Reasons.mayBe(reference), reference);
    }
}
