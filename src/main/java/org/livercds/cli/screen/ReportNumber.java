package org.livercds.cli.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the report writes them. */
final class ReportNumber {

    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ReportNumber() {}

    static String whole(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** To the tenth; what is more than nothing never looks like nothing, and of nobody there is no share. */
    static String per100(long count, long of) {
        if (of <= 0) {
            return "–";
        }
        BigDecimal share =
                BigDecimal.valueOf(count).multiply(HUNDRED).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
        return count > 0 && share.compareTo(LEAST) < 0 ? "under 0.1" : share.toPlainString();
    }
}
