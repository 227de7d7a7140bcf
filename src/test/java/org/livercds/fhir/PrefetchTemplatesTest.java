package org.livercds.fhir;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.codes.ConceptSet;

/** The queries that the service publishes. */
class PrefetchTemplatesTest {

    private static final Map<String, String> TEMPLATES = PrefetchTemplates.of(Fhir.VALUE_SETS);

    @Test
    void there_is_one_for_each_key_in_their_order() {
        assertEquals(
                Stream.of(PrefetchKey.values()).map(PrefetchKey::key).toList(), new ArrayList<>(TEMPLATES.keySet()));
    }

    @Test
    void the_patient_is_read_and_the_rest_is_searched() {
        assertEquals("Patient/{{context.patientId}}", TEMPLATES.get("patient"));
        assertEquals("Condition?patient={{context.patientId}}", TEMPLATES.get("conditions"));
        assertEquals("Procedure?patient={{context.patientId}}", TEMPLATES.get("procedures"));
        assertEquals("MedicationRequest?patient={{context.patientId}}", TEMPLATES.get("medications"));
        assertEquals("AllergyIntolerance?patient={{context.patientId}}", TEMPLATES.get("allergies"));
        assertEquals("BodyStructure?patient={{context.patientId}}", TEMPLATES.get("bodyStructures"));
    }

    @Test
    void the_findings_are_exactly_those_that_are_read() {
        TreeSet<String> expected = codes(
                ConceptSet.TUMOR_SIZE,
                ConceptSet.TUMOR_LONGEST_DIMENSION,
                ConceptSet.ECOG,
                ConceptSet.KARNOFSKY,
                ConceptSet.CHILD_PUGH,
                ConceptSet.TNM_M,
                ConceptSet.PREGNANCY_STATUS);
        expected.add("https://livercds.org/fhir/CodeSystem/liver-finding|");
        assertEquals(expected, new TreeSet<>(asked("observations")));
    }

    @Test
    void the_laboratory_values_are_exactly_those_that_are_read() {
        assertEquals(
                codes(ConceptSet.BILIRUBIN, ConceptSet.ALBUMIN, ConceptSet.INR, ConceptSet.PLATELETS, ConceptSet.AFP),
                new TreeSet<>(asked("labs")));
        assertTrue(TEMPLATES.get("labs").endsWith("&_sort=-date&_count=50"));
    }

    @Test
    void no_code_is_asked_for_twice() {
        assertEquals(
                new TreeSet<>(asked("observations")).size(),
                asked("observations").size());
        assertEquals(new TreeSet<>(asked("labs")).size(), asked("labs").size());
    }

    @ParameterizedTest
    @EnumSource(PrefetchKey.class)
    void each_parameter_stands_once_and_none_limits_what_is_counted(PrefetchKey key) {
        String template = TEMPLATES.get(key.key());
        List<String> parameters = Stream.of(template.split("[?&]"))
                .skip(1)
                .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
                .toList();
        assertEquals(parameters.stream().distinct().toList(), parameters);
        assertFalse(template.contains("_include") || template.contains("_revinclude"));
        assertFalse(parameters.contains("category") || parameters.contains("date") || parameters.contains("status"));
        assertEquals(key == PrefetchKey.LABS, parameters.contains("_count"));
        assertEquals(1, template.split("\\{\\{", -1).length - 1);
        assertFalse(parameters.stream().anyMatch(parameter -> parameter.contains(":")));
        assertFalse(template.contains(" "));
    }

    private static List<String> asked(String key) {
        String list = TEMPLATES.get(key).replaceAll(".*code=([^&]*).*", "$1");
        return List.of(list.split(","));
    }

    private static TreeSet<String> codes(ConceptSet... sets) {
        return Stream.of(sets)
                .flatMap(Fhir.VALUE_SETS::codes)
                .map(coding -> coding.system() + "|" + coding.code())
                .collect(toCollection(TreeSet::new));
    }
}
