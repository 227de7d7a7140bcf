package org.livercds.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.Citation;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Silence;
import org.livercds.clinical.patient.Course;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.fhir.Ledger;
import org.livercds.fhir.ReadChart;

/**
 * All that a tumour board wants to see of one patient, in numbers, dates and keys of words. No name of the patient.
 *
 * @param sex as the chart codes it
 * @param limitDays what is older is out of date
 * @param kind of disease
 * @param silence why the rules have nothing to say
 * @param offers what they offer, the first leads
 * @param unread the keys that could not be read in full
 */
public record Board(
        String patient,
        Optional<Integer> age,
        String sex,
        LocalDate asOf,
        int limitDays,
        String kind,
        Optional<String> silence,
        List<Offer> offers,
        Explanation explanation,
        CourseView course,
        List<String> unread) {
    public Board {
        offers = List.copyOf(offers);
        unread = List.copyOf(unread);
    }

    /** What is offered, and on which sentences of the sources it rests. */
    public record Offer(String topic, String status, List<String> citations) {}

    /** @param advice about the chart */
    public static Board of(String patient, ReadChart read, LiverChart chart, Advice advice) {
        Course course = read.course();
        return new Board(
                patient,
                chart.person().age(chart.asOf()).value(),
                course.sex(),
                chart.asOf(),
                chart.limitDays(),
                advice.kind().code(),
                advice.silence().map(Silence::code),
                offers(advice),
                Explainer.explain(chart, advice, read.ledger(), Set.of()),
                new CourseViews(chart.asOf()).of(course),
                unread(read.ledger()));
    }

    private static List<Offer> offers(Advice advice) {
        return advice.recommendations().stream()
                .map(offered -> new Offer(
                        offered.id().topic(),
                        offered.status().code(),
                        offered.citations().stream().map(Citation::id).toList()))
                .toList();
    }

    private static List<String> unread(Ledger ledger) {
        return ledger.entries().stream()
                .filter(entry -> ledger.unread().contains(entry.key().part()))
                .map(entry -> entry.key().key())
                .distinct()
                .toList();
    }

    /** Without the patient. */
    @Override
    public String toString() {
        return "Board";
    }
}
