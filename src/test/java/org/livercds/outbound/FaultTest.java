package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.livercds.outbound.FetchProblem.*;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each thing that a server can do. */
class FaultTest extends FetchTestCase {

    private static final FetchProblem NO_PROBLEM = null;

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.NONE, 2, NO_PROBLEM),
                arguments(Fault.SLOW, 2, NO_PROBLEM),
                arguments(Fault.DRIP, 0, TIMED_OUT),
                arguments(Fault.HANG, 0, TIMED_OUT),
                arguments(Fault.CLOSE, 0, UNREACHABLE),
                arguments(Fault.HTTP_400, 0, REJECTED),
                arguments(Fault.HTTP_401, 0, UNAUTHORIZED),
                arguments(Fault.HTTP_403, 0, FORBIDDEN),
                arguments(Fault.HTTP_404, 0, NOT_FOUND),
                arguments(Fault.HTTP_410, 0, NOT_FOUND),
                arguments(Fault.HTTP_429, 0, THROTTLED),
                arguments(Fault.HTTP_500, 0, SERVER_FAILED),
                arguments(Fault.HTTP_503, 0, SERVER_FAILED),
                arguments(Fault.NO_POST, 2, NO_PROBLEM),
                arguments(Fault.NO_POST_501, 2, NO_PROBLEM),
                arguments(Fault.TRUNCATED, 0, NOT_FHIR_JSON),
                arguments(Fault.HALF_JSON, 0, NOT_FHIR_JSON),
                arguments(Fault.WRONG_TYPE, 0, NOT_FHIR_JSON),
                arguments(Fault.LATIN_1, 0, NOT_FHIR_JSON),
                arguments(Fault.HTML_200, 0, NOT_FHIR_JSON),
                arguments(Fault.OUTCOME_200, 0, OUTCOME),
                arguments(Fault.EMPTY_200, 0, NOT_FHIR_JSON),
                arguments(Fault.NO_CONTENT_204, 0, NOT_FHIR_JSON),
                arguments(Fault.GZIP, 2, NO_PROBLEM),
                arguments(Fault.FALSE_GZIP, 0, NOT_FHIR_JSON),
                arguments(Fault.GZIP_BOMB, 0, TOO_LARGE),
                arguments(Fault.HUGE_LENGTH, 0, TOO_LARGE),
                arguments(Fault.WRONG_PATIENT, 1, NO_PROBLEM),
                arguments(Fault.ENDLESS_PAGES, 10, TOO_MANY_PAGES),
                arguments(Fault.LOOPING_PAGES, 2, LOOP),
                arguments(Fault.SECOND_PAGE_500, 1, SERVER_FAILED),
                arguments(Fault.SECOND_PAGE_HANG, 1, TIMED_OUT),
                arguments(Fault.FOREIGN_NEXT, 1, FOREIGN_LINK),
                arguments(Fault.REDIRECT, 0, REDIRECTED),
                arguments(Fault.BYTE_ORDER_MARK, 2, NO_PROBLEM),
                arguments(Fault.ENTRIES_WITHOUT_RESOURCE, 1, NO_PROBLEM),
                arguments(Fault.MANY_ENTRIES, 0, TOO_LARGE),
                arguments(Fault.NO_RESOURCE_TYPE, 0, NOT_FHIR_JSON),
                arguments(Fault.XML, 0, NOT_FHIR_JSON),
                arguments(Fault.CHUNKED_FOREVER, 0, TOO_LARGE));
    }

    @ParameterizedTest(name = "{0}: {1} pages, {2}")
    @MethodSource("faults")
    void a_fault_becomes_pages_and_a_problem(Fault fault, int pages, FetchProblem problem) {
        ehr.serve("Condition", bundleOf("a", "b"), bundleOf("c")).fail("Condition", fault);
        elsewhere.serve("Condition", bundleOf("stolen"));

        Duration time = problem == TIMED_OUT ? HOOK : PLENTY.multipliedBy(6);
        FhirQuery query = fault.name().startsWith("NO_POST") ? longSearch() : conditions();
        Fetched fetched = fetch(AccessToken.of("secret", server()), query, time);

        assertEquals(Optional.ofNullable(problem), fetched.problem());
        assertEquals(pages, fetched.pages().size());
        assertFalse(ehr.received("Condition").isEmpty(), "no call met the fault");
        assertTrue(elsewhere.received().isEmpty(), "nothing reached the second origin");
    }

    @Test
    void every_fault_has_its_row() {
        Set<Fault> rows = EnumSet.noneOf(Fault.class);
        faults().forEach(row -> rows.add((Fault) row.get()[0]));
        assertEquals(EnumSet.allOf(Fault.class), rows);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRIP", "HANG", "SECOND_PAGE_HANG"})
    void the_deadline_is_kept_and_the_connection_closed(Fault fault) throws InterruptedException {
        ehr.serve("Condition", bundleOf("a")).fail("Condition", fault);
        fetch(conditions().withFirstPageOnly(), PLENTY.dividedBy(50)); // what is loaded only once

        long millis = millisOf(() -> fetch(conditions(), HOOK));

        assertTrue(millis >= 400 && millis < 2_000, millis + " ms");
        for (int wait = 0; wait < 20 && ehr.closedByClient() == 0; wait++) {
            Thread.sleep(50);
        }
        assertTrue(ehr.closedByClient() > 0, "the connection stays open");
    }

    @Test
    void nobody_listens() {
        String base = ehr.base();
        ehr.close();

        Fetched fetched = client.fetchAll(
                        server(base), Optional.empty(), Map.of("key", conditions()), Deadline.in(PLENTY))
                .get("key");

        assertEquals(Fetched.nothing(UNREACHABLE), fetched);
    }
}
