package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.hooks.Refusal;
import org.livercds.service.AnyAnswer;
import org.livercds.service.Trace;

class CallOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, UNAUTHORIZED",
        "403, REFUSED",
        "404, REFUSED",
        "405, REFUSED",
        "412, PRECONDITION_FAILED",
        "413, REFUSED",
        "429, REFUSED",
        "500, FAILED",
        "503, BUSY",
        "504, FAILED"
    })
    void a_refusal_is_known_by_its_status(int status, CallOutcome outcome) {
        assertEquals(outcome, CallOutcome.of(status, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "NOT_ON_RECORD, FAILED"})
    void a_503_is_busy_only_where_there_are_too_many_calls(Refusal why, CallOutcome outcome) {
        assertEquals(outcome, CallOutcome.of(503, Optional.of(why), Optional.empty()));
    }

    @Test
    void an_answer_that_may_not_leave_is_a_failure() {
        assertEquals(
                CallOutcome.FAILED,
                CallOutcome.of(503, Optional.empty(), Optional.of(AnyAnswer.withStatus("evaluated"))));
    }

    @ParameterizedTest
    @CsvSource({"evaluated, SILENT", "incomplete, INCOMPLETE", "notApplicable, NOT_APPLICABLE"})
    void an_answer_without_a_card_is_known_by_its_evaluation(String status, CallOutcome outcome) {
        assertEquals(outcome, CallOutcome.of(200, Optional.empty(), Optional.of(AnyAnswer.withStatus(status))));
    }

    @Test
    void who_hung_up_before_the_answer_is_not_answered() {
        assertEquals(CallOutcome.BROKEN_OFF, new MeteredCall("a-service", Trace.NONE).outcome(200, false));
    }
}
