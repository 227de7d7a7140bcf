package org.livercds.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the disease went, in numbers, dates and keys of words.
 *
 * @param apart measurements of which the chart does not say to which lesion they belong
 */
public record CourseView(
        List<LesionLine> lesions,
        List<SizeView> apart,
        List<ResultView> afp,
        List<ResultView> bilirubin,
        List<TreatmentView> treatments) {
    public CourseView {
        lesions = List.copyOf(lesions);
        apart = List.copyOf(apart);
        afp = List.copyOf(afp);
        bilirubin = List.copyOf(bilirubin);
        treatments = List.copyOf(treatments);
    }

    /** A day, or the days that a date may mean. */
    public record Span(LocalDate from, LocalDate to) {}

    /** A number as exactly as the chart gives it; an open end is not reached. */
    public record Amount(BigDecimal low, boolean lowOpen, Optional<BigDecimal> high, boolean highOpen) {}

    /**
     * A lesion.
     *
     * @param segment from 1 to 8; empty where it is not known
     * @param seen it is there today
     * @param millimetres its size today
     * @param reason why the size is not known
     */
    public record LesionLine(
            OptionalInt segment,
            boolean seen,
            Optional<Amount> millimetres,
            Optional<String> reason,
            Optional<Span> measured,
            List<SizeView> sizes) {
        public LesionLine {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * A measurement.
     *
     * @param recorded a key of words that says why there is no size
     */
    public record SizeView(When when, Optional<Amount> millimetres, String recorded) {}

    /** A laboratory value in its unit; empty where the recorded one cannot be used. */
    public record ResultView(When when, Optional<Amount> value, String unit) {}

    /** @param kind a key of words; a drug stands there by its name */
    public record TreatmentView(String kind, Optional<String> drugState, When when) {}

    /** @param future a day after today, which is set aside */
    public record When(Optional<Span> date, boolean future) {

        /** Where it stands on an axis of time; what has no date or a wrong one stands nowhere. */
        public Optional<Span> placed() {
            return future ? Optional.empty() : date;
        }
    }
}
