package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same chart with one thing otherwise. */
class SuppositionTest {

    @Test
    void only_lesions_that_are_not_below_the_limit_become_smaller() {
        LiverChart chart = patientWith(Problem.Kind.LIVER_METASTASES)
                .lesion("a", mm("35"))
                .lesion("b", mm("12"))
                .unmeasuredLesion("c")
                .chart();
        LiverChart smaller =
                new Supposition(chart).eachBelow(new BigDecimal("30")).chart();
        List<SizeRange> sizes = smaller.lesions().live().stream()
                .flatMap(lesion -> lesion.size().value().stream())
                .toList();
        assertEquals(List.of(mm("29"), mm("29"), mm("12")), sizes);
    }
}
