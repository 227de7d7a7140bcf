package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The value sets that ship. */
class ValueSetsTest {

    private static final String CM = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final ValueSets SETS = ValueSets.read(ContentFolder.inJar("fhir-profiles"));

    /** What makes a kind of disease: no code may mean two of them. */
    private static final List<ConceptSet> KINDS = List.of(
            ConceptSet.HEPATOCELLULAR_CARCINOMA,
            ConceptSet.PRIMARY_LIVER_CANCER,
            ConceptSet.LIVER_CANCER_UNSPECIFIED,
            ConceptSet.INTRAHEPATIC_CHOLANGIOCARCINOMA,
            ConceptSet.HEPATOBLASTOMA,
            ConceptSet.LIVER_SARCOMA,
            ConceptSet.LIVER_METASTASES,
            ConceptSet.LIVER_CANCER_HISTORY,
            ConceptSet.EXTRAHEPATIC_METASTASES,
            ConceptSet.CIRRHOSIS,
            ConceptSet.VIRAL_HEPATITIS,
            ConceptSet.PORTAL_VEIN_THROMBOSIS,
            ConceptSet.BENIGN_LIVER_LESION);

    static Stream<Coding> listedKinds() {
        return KINDS.stream().flatMap(SETS::codes);
    }

    @ParameterizedTest
    @EnumSource(ConceptSet.class)
    void every_listed_code_is_found_in_its_set(ConceptSet set) {
        SETS.codes(set)
                .forEach(code ->
                        assertTrue(SETS.setsOf(code.system(), code.code()).contains(set)));
    }

    @ParameterizedTest
    @EnumSource(ConceptSet.class)
    void no_set_lists_a_code_twice(ConceptSet set) {
        assertEquals(SETS.codes(set).distinct().toList(), SETS.codes(set).toList());
    }

    @ParameterizedTest
    @MethodSource("listedKinds")
    void a_code_means_one_kind_of_disease(Coding code) {
        Set<ConceptSet> kinds = EnumSet.copyOf(SETS.setsOf(code.system(), code.code()));
        kinds.retainAll(KINDS);
        assertEquals(1, kinds.size());
    }

    @Test
    void liver_cancer_is_no_other_cancer() {
        KINDS.subList(0, 8)
                .forEach(kind -> SETS.codes(kind)
                        .forEach(code -> assertFalse(
                                SETS.setsOf(code.system(), code.code()).contains(ConceptSet.MALIGNANCY))));
    }

    @ParameterizedTest
    @CsvSource({
        "C78.7, LIVER_METASTASES",
        "C7B.02, LIVER_METASTASES",
        "C78.00, EXTRAHEPATIC_METASTASES",
        "C78.6, EXTRAHEPATIC_METASTASES",
        "C7B.03, EXTRAHEPATIC_METASTASES",
        "C7B.00, EXTRAHEPATIC_METASTASES",
        "C77.2, EXTRAHEPATIC_METASTASES",
        "C79.51, EXTRAHEPATIC_METASTASES",
        "C18.9, MALIGNANCY",
        "C7A.00, MALIGNANCY",
        "C96.9, MALIGNANCY",
        "B19.20, VIRAL_HEPATITIS"
    })
    void an_icd_code_is_in_the_range_of_its_set(String code, ConceptSet set) {
        assertTrue(SETS.setsOf(CM, code).contains(set));
    }

    @ParameterizedTest
    @CsvSource({"C22.0", "C22.9", "C78.7", "C7B.02", "D13.4", "C97", "XC18.9", "C18.9X0000"})
    void an_icd_code_outside_a_range_is_not_in_it(String code) {
        assertFalse(SETS.setsOf(CM, code).contains(ConceptSet.MALIGNANCY));
        assertFalse(SETS.setsOf(CM, code).contains(ConceptSet.EXTRAHEPATIC_METASTASES));
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-10-cm, c787",
        "http://hl7.org/fhir/sid/icd-10-cm, ' C78.7 '",
        "urn:oid:2.16.840.1.113883.6.90, C78.7",
        "urn:oid:2.16.840.1.113883.6.96, 94381002",
        "http://snomed.info/sct, '94381\u200b002'",
        "http://hl7.org/fhir/sid/icd-10, C78.7"
    })
    void a_code_is_found_however_it_is_written(String system, String code) {
        assertTrue(SETS.setsOf(system, code).contains(ConceptSet.LIVER_METASTASES));
    }

    @ParameterizedTest
    @CsvSource({"urn:local, C78.7", "'', C78.7", "http://snomed.info/sct, ''", "http://snomed.info/sct, C78.7"})
    void a_code_of_another_system_or_none_is_in_no_set(String system, String code) {
        assertEquals(Set.of(), SETS.setsOf(system, code));
    }

    @ParameterizedTest
    @CsvSource({"C22.8", "C79.3x"})
    void a_code_that_the_who_edition_lacks_is_not_a_liver_cancer(String code) {
        assertFalse(SETS.setsOf("http://hl7.org/fhir/sid/icd-10", code).contains(ConceptSet.PRIMARY_LIVER_CANCER));
    }

    @Test
    void wrong_codes_that_circulate_are_not_taken_over() {
        assertEquals(Set.of(), SETS.setsOf(SNOMED, "235857004"));
        assertEquals(Set.of(), SETS.setsOf(SNOMED, "235866006"));
        assertEquals(Set.of(), SETS.setsOf(SNOMED, "312104005"));
        assertEquals(Set.of(), SETS.setsOf(SNOMED, "18286008"));
        assertEquals(Set.of(ConceptSet.LIVER_METASTASES), SETS.setsOf(SNOMED, "94381002"));
    }

    @Test
    void urine_is_no_blood() {
        assertEquals(Set.of(), SETS.setsOf("http://loinc.org", "20505-4"));
        assertEquals(Set.of(), SETS.setsOf("http://loinc.org", "5770-3"));
    }
}
