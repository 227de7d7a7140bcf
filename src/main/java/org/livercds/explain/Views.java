package org.livercds.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.guideline.JudgedRule;
import org.livercds.clinical.guideline.OrderReview;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.guideline.TippingPoint;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;
import org.livercds.explain.Explanation.EvidenceView;
import org.livercds.explain.Explanation.LesionView;
import org.livercds.explain.Explanation.OrderView;
import org.livercds.explain.Explanation.RuleView;
import org.livercds.explain.Explanation.StatementView;
import org.livercds.explain.Explanation.TippingView;

/** The clinical core in plain words and numbers. */
final class Views {

    private static final String ABSENT = "absent";

    private Views() {}

    static RuleView of(JudgedRule rule, LiverChart chart) {
        boolean isFor = rule.kinds().contains(chart.kind());
        return new RuleView(
                rule.id().rule(),
                rule.id().topic(),
                rule.status().map(Status::code).orElse(isFor ? ABSENT : "otherKind"),
                rule.kinds().stream().map(DiseaseKind::code).sorted().toList(),
                rule.citations().stream().map(Citation::id).toList(),
                rule.rungs().stream()
                        .map(rung -> of(rung.assessment(), code(rung.role())))
                        .toList());
    }

    static StatementView of(Assessment assessment, String role) {
        return new StatementView(
                role,
                assessment.statement().key(),
                code(assessment.truth()),
                assessment.reason().map(Views::code).orElse(null),
                of(assessment.evidence()),
                assessment.parts().stream().map(part -> of(part, null)).toList());
    }

    static List<EvidenceView> of(List<Evidence> evidence) {
        return evidence.stream()
                .map(entry -> new EvidenceView(
                        Shown.of(entry.reference()), entry.subject(), entry.value(), date(entry.date())))
                .toList();
    }

    static LesionView of(Lesion lesion) {
        return new LesionView(
                lesion.size()
                        .value()
                        .map(SizeRange::millimetres)
                        .map(NumberRange::plain)
                        .orElse(null),
                reason(lesion.size()),
                date(lesion.measured()),
                lesion.certainlyInLiver(),
                of(lesion.evidence()),
                of(lesion.treatments()));
    }

    static TippingView of(TippingPoint point) {
        return new TippingView(
                point.change().key(),
                point.then().map(Status::code).orElse(ABSENT),
                point.first().topic(),
                of(point.evidence()));
    }

    static OrderView of(RecommendationId ordered, Optional<OrderReview> review) {
        return new OrderView(
                ordered.topic(),
                review.isPresent() ? "warns" : "silent",
                review.stream()
                        .flatMap(warning -> warning.notMet().stream())
                        .map(statement -> of(statement, null))
                        .toList(),
                review.stream()
                        .flatMap(warning -> warning.open().stream())
                        .map(statement -> of(statement, null))
                        .toList());
    }

    static String reason(Fact<?> fact) {
        return fact.reason().map(Views::code).orElse(null);
    }

    /** {@code NOT_MET} as {@code notMet}. */
    static String code(Enum<?> constant) {
        StringBuilder code = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            code.append(code.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return code.toString();
    }

    static String date(Optional<ChartDate> date) {
        return date.map(day -> day.earliest().equals(day.latest())
                        ? day.earliest().toString()
                        : day.earliest() + ".." + day.latest())
                .orElse(null);
    }
}
