package org.livercds.vignettes;

import java.util.stream.Stream;
import org.livercds.clinical.patient.LiverChart;

/** The charts of the worked cases, for tests of other parts. */
public final class WorkedCases {

    private WorkedCases() {}

    /** Of every case in every style. */
    public static Stream<LiverChart> charts() {
        return VignettesTest.charts();
    }
}
