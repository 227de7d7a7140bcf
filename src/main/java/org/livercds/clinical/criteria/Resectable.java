package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** An operation can remove all of the disease, as somebody judged. Sources: NAV-3 to NAV-5. Population: primary liver
 * cancer and liver metastases. Nothing recorded is UNKNOWN. */
public final class Resectable implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.RESECTABLE, chart.resectable(), Truth::of);
    }
}
