package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.HookResponse;

/** Whose a resource is, in any words. */
class SubjectFuzzTest {

    private static final List<String> BEGINNINGS = List.of(
            "",
            "Patient/",
            "Patient/p1",
            "https://ehr.example/fhir/",
            "https://ehr.example/fhir/Patient/p1",
            "urn:uuid:");

    static Stream<Arguments> seeds() {
        return Stream.of(
                arguments(2, ""),
                arguments(2, "1"),
                arguments(2, "/_history/2"),
                arguments(2, " "),
                arguments(1, "P1"),
                arguments(3, "Patient/p2"),
                arguments(4, ""),
                arguments(4, "/../p2"),
                arguments(5, "p1"),
                arguments(0, "#p1"),
                arguments(0, "Group/p1"),
                arguments(0, "Patient?_id=p1"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void only_what_names_the_patient_is_the_patients(@InRange(min = 0, max = 5) int beginning, @NotNull String end) {
        String reference = BEGINNINGS.get(beginning) + end;
        boolean named = isThePatient(reference.replaceFirst("(?s)/_history/.*", ""));
        boolean another = reference.matches("(https://ehr\\.example/fhir/)?[A-Z][A-Za-z]+/[A-Za-z0-9._-]+") && !named;

        HookResponse small = answer(Chart.lesion("a", 20), reference);
        assertTrue(named || !Chart.recommended(small).contains("ablation"), reference);

        ObjectNode own = Chart.lesion("a", 20);
        HookResponse beside = answer(Chart.lesion("b", 45), reference, own);
        assertTrue(another || !Chart.recommended(beside).contains("ablation"), reference);
    }

    private static HookResponse answer(ObjectNode lesion, String reference, ObjectNode... others) {
        lesion.putObject("subject").put("reference", reference);
        HookResponse answer = Chart.answer(
                Chart.prefetch(Stream.concat(Stream.of(Chart.metastases(), Chart.complete(), lesion), Stream.of(others))
                        .toList()));
        CardRules.check(answer.cards());
        assertFalse(answer.extension().evaluation().diseaseKind().equals("none"));
        return answer;
    }

    private static boolean isThePatient(String reference) {
        return reference.equals("Patient/p1")
                || reference.equals("urn:uuid:p1")
                || reference.startsWith("http") && reference.endsWith("/Patient/p1");
    }
}
