package org.livercds.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final Assessment MET = Assessment.of(Statement.LIVER_ONLY, Truth.MET, List.of());
    private static final Assessment FAILED = Assessment.of(Statement.HAS_LIVE_LESION, Truth.NOT_MET, List.of());

    @Test
    void all_of_needs_every_part() {
        assertEquals(
                Truth.NOT_MET,
                Assessment.allOf(Statement.WITHIN_ABLATION_CRITERION, List.of(MET, FAILED))
                        .truth());
    }

    @Test
    void any_of_needs_one_part() {
        assertEquals(
                Truth.MET,
                Assessment.anyOf(Statement.SURGERY_IMPOSSIBLE, List.of(MET, FAILED))
                        .truth());
    }

    @Test
    void an_unknown_fact_gives_its_reason_to_the_statement() {
        Fact<Boolean> fact = Fact.unknown(Fact.Reason.CONFLICTING, List.of());
        Assessment assessment = Assessment.of(Statement.LIVER_ONLY, fact, Truth::of);
        assertEquals(Truth.UNKNOWN, assessment.truth());
        assertEquals(Optional.of(Fact.Reason.CONFLICTING), assessment.reason());
    }

    @Test
    void leaves_are_the_statements_that_rest_on_no_others() {
        Assessment inner = Assessment.allOf(Statement.WITHIN_ABLATION_CRITERION, List.of(MET, FAILED));
        Assessment outer = Assessment.allOf(Statement.WITHIN_ABLATION_CRITERION, List.of(inner, MET));
        assertEquals(List.of(MET, FAILED, MET), outer.leaves());
    }

    @Test
    void the_key_of_a_statement_is_written_with_hyphens() {
        assertEquals("each-smaller-than-3-cm", Statement.EACH_SMALLER_THAN_3_CM.key());
    }
}
