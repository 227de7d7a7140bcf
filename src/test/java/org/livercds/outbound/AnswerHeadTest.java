package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHeadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/fhir+json",
                "application/json",
                "application/json+fhir",
                "Application/FHIR+JSON; charset=UTF-8",
                "application/fhir+json;fhirVersion=4.0;charset=\"utf-8\"",
                "application/json;charset=utf8 "
            })
    void these_types_are_read(String type) {
        assertEquals(Optional.empty(), head(type).problem(MediaTypes.FHIR_JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "application/fhir+xml",
                "application/fhir+ndjson",
                "application/json-patch+json",
                "application/json; charset=utf-16",
                "application/json, text/html",
                "text/json"
            })
    void other_types_are_not(String type) {
        assertEquals(Optional.of(FetchProblem.NOT_FHIR_JSON), head(type).problem(MediaTypes.FHIR_JSON));
    }

    @ParameterizedTest
    @CsvSource({
        "300, REDIRECTED",
        "304, REDIRECTED",
        "308, REDIRECTED",
        "400, REJECTED",
        "405, REJECTED",
        "412, REJECTED",
        "422, REJECTED",
        "501, SERVER_FAILED",
        "504, SERVER_FAILED",
        "101, NOT_FHIR_JSON",
        "600, NOT_FHIR_JSON"
    })
    void the_status_tells_the_problem(int status, FetchProblem problem) {
        AnswerHead head = new AnswerHead(status, MultiMap.caseInsensitiveMultiMap());
        assertEquals(Optional.of(problem), head.problem(MediaTypes.FHIR_JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "7; 7",
                "3600; 60",
                "99999999999999999999; 60",
                "-1; 0",
                "soon; 0",
                "''; 0",
                "Sat, 21 Nov 2026 12:00:30 GMT; 30",
                "Sat, 21 Nov 2026 11:00:00 GMT; 0",
                "Mon, 21 Dec 2026 12:00:00 GMT; 60"
            })
    void a_pause_is_read_and_capped(String header, long seconds) {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        assertEquals(Duration.ofSeconds(seconds), RetryAfter.read(header, now));
    }

    private static AnswerHead head(String type) {
        return new AnswerHead(200, MultiMap.caseInsensitiveMultiMap().add("Content-Type", type));
    }
}
