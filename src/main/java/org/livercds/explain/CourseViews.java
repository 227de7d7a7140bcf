package org.livercds.explain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Fact;
import org.livercds.clinical.patient.Course;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LesionCourse;
import org.livercds.clinical.patient.Measurement;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.Reading;
import org.livercds.clinical.patient.SizeRange;
import org.livercds.clinical.patient.Therapy;
import org.livercds.clinical.patient.Treatment;
import org.livercds.explain.CourseView.Amount;
import org.livercds.explain.CourseView.LesionLine;
import org.livercds.explain.CourseView.ResultView;
import org.livercds.explain.CourseView.SizeView;
import org.livercds.explain.CourseView.Span;
import org.livercds.explain.CourseView.TreatmentView;
import org.livercds.explain.CourseView.When;

/**
 * The course of a disease in plain words and numbers.
 *
 * @param asOf the day for which advice is asked
 */
record CourseViews(LocalDate asOf) {

    private static final String MILLIGRAMS = "mg/dL";
    private static final String NANOGRAMS = "ng/mL";
    /** The same as nanograms in a millilitre. */
    private static final Set<String> BY_MASS = Set.of(NANOGRAMS, "ug/L");

    CourseView of(Course course) {
        return new CourseView(
                course.lesions().stream().map(this::lesion).toList(),
                course.apart().stream().map(this::size).toList(),
                course.afp().stream()
                        .map(result -> result(result, unit(result)))
                        .toList(),
                course.bilirubin().stream()
                        .map(result -> result(result, MILLIGRAMS))
                        .toList(),
                Stream.concat(
                                course.treatments().stream().map(this::treatment),
                                course.therapies().stream().map(this::therapy))
                        .toList());
    }

    private LesionLine lesion(LesionCourse course) {
        Optional<Fact<SizeRange>> size = course.today().map(Lesion::size);
        return new LesionLine(
                course.segment()
                        .map(segment -> OptionalInt.of(segment.ordinal() + 1))
                        .orElseGet(OptionalInt::empty),
                course.today().isPresent(),
                size.flatMap(Fact::value).map(known -> amount(known.millimetres())),
                size.flatMap(Fact::reason).map(Views::code),
                course.today().flatMap(Lesion::measured).map(CourseViews::span),
                course.measurements().stream().map(this::size).toList());
    }

    private SizeView size(Measurement measurement) {
        Optional<Amount> size = measurement.size().value().map(known -> amount(known.millimetres()));
        return new SizeView(
                when(measurement.date()), size, measurement.evidence().value());
    }

    private ResultView result(Reading<NumberRange> reading, String unit) {
        return new ResultView(when(reading.date()), reading.value().map(CourseViews::amount), unit);
    }

    /** AFP comes by mass or by units of activity; one is not the other. */
    private static String unit(Reading<NumberRange> reading) {
        String recorded = reading.evidence().value();
        String unit = recorded.substring(recorded.lastIndexOf(' ') + 1);
        return BY_MASS.contains(unit) ? NANOGRAMS : "IU/mL";
    }

    private TreatmentView treatment(Treatment treatment) {
        return new TreatmentView(treatment.evidence().value(), Optional.empty(), when(treatment.performed()));
    }

    private TreatmentView therapy(Therapy therapy) {
        return new TreatmentView(therapy.drug(), Optional.of(Views.code(therapy.state())), when(therapy.date()));
    }

    private When when(Optional<ChartDate> date) {
        return new When(
                date.map(CourseViews::span),
                date.filter(day -> day.isFuture(asOf)).isPresent());
    }

    private static Span span(ChartDate date) {
        return new Span(date.earliest(), date.latest());
    }

    private static Amount amount(NumberRange range) {
        return new Amount(range.low(), range.lowOpen(), range.high(), range.highOpen());
    }
}
