package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    @ParameterizedTest
    @EnumSource(
            value = DiseaseKind.class,
            names = {"AT_RISK", "HISTORY"})
    void at_risk_and_history_have_the_limit_of_surveillance(DiseaseKind kind) {
        assertEquals(180, Limits.standard().days(kind));
    }

    @ParameterizedTest
    @EnumSource(
            value = DiseaseKind.class,
            names = {"AT_RISK", "HISTORY"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_other_kind_has_the_limit_of_active_cancer(DiseaseKind kind) {
        assertEquals(90, Limits.standard().days(kind));
    }

    @Test
    void a_limit_is_at_least_one_day() {
        assertEquals(1, new Limits(1, 1).days(DiseaseKind.HISTORY));
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, 180));
        assertThrows(IllegalArgumentException.class, () -> new Limits(90, 0));
    }
}
