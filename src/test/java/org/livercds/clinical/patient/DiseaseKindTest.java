package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiseaseKindTest {

    @ParameterizedTest
    @CsvSource({
        "HEPATOCELLULAR_CARCINOMA, true, true, false",
        "PRIMARY_LIVER_CANCER, true, true, false",
        "LIVER_METASTASES, true, false, true",
        "UNSPECIFIED, true, false, false",
        "CONFLICT, true, false, false",
        "CHOLANGIOCARCINOMA, false, false, false",
        "SARCOMA, false, false, false",
        "PEDIATRIC, false, false, false",
        "SUSPECTED, false, false, false",
        "OTHER_CANCER_WITH_LIVER_LESION, false, false, false",
        "HISTORY, false, false, false",
        "AT_RISK, false, false, false",
        "NONE, false, false, false",
    })
    void the_rules_for_cancer_ask_whether_it_is_one_primary_or_metastatic(
            DiseaseKind kind, boolean cancer, boolean primary, boolean metastatic) {
        assertEquals(cancer, kind.isCancer());
        assertEquals(primary, kind.isPrimary());
        assertEquals(metastatic, kind.isMetastatic());
    }

    @Test
    void the_key_of_a_part_of_the_chart_is_written_with_a_hyphen() {
        assertEquals("body-structures", ChartPart.BODY_STRUCTURES.key());
    }
}
