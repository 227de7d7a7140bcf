package org.livercds.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Values from the bottom upwards, by their size or by their powers of ten.
 *
 * @param most the value at the top
 * @param least at the bottom; above 0 where powers of ten are drawn
 */
record ValueAxis(double least, double most, boolean logarithmic, double top, double bottom) {

    private static final int STEPS = 6;
    private static final double TWO_DECADES = 100;

    /** Less is nothing: no chart means it. */
    private static final double NOTHING = 1e-12;

    /** From 0 to a little above the largest. */
    static ValueAxis linear(double largest, double top, double bottom) {
        double step = step(largest > NOTHING ? largest : 1);
        return new ValueAxis(0, step * (Math.floor(largest / step) + 1), false, top, bottom);
    }

    /** By powers of ten where the values, all above 0, span more than two of them. */
    static ValueAxis of(double smallest, double largest, double top, double bottom) {
        if (smallest <= NOTHING || largest <= smallest * TWO_DECADES) {
            return linear(largest, top, bottom);
        }
        double least = Math.pow(10, Math.floor(Math.log10(smallest)));
        double most = Math.pow(10, Math.floor(Math.log10(largest)) + 1);
        return new ValueAxis(least, most, true, top, bottom);
    }

    double y(double value) {
        double share = logarithmic
                ? Math.log10(Math.max(value, least) / least) / Math.log10(most / least)
                : (value - least) / (most - least);
        return bottom - share * (bottom - top);
    }

    /** Round values, those that a scale is read by. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double exponent = Math.round(Math.log10(least)); exponent <= Math.log10(most) + 0.5; exponent++) {
                ticks.add(Math.pow(10, exponent));
            }
        } else {
            double step = step(most);
            for (int i = 0; i * step <= most * 1.0001; i++) {
                ticks.add(i * step);
            }
        }
        return ticks;
    }

    /** 1, 2 or 5 of a power of ten, so that there are a few steps. */
    private static double step(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(largest / STEPS)));
        double steps = largest / STEPS / power;
        return power * (steps <= 1 ? 1 : steps <= 2 ? 2 : steps <= 5 ? 5 : 10);
    }
}
