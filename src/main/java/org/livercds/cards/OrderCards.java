package org.livercds.cards;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.livercds.clinical.guideline.OrderReview;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.patient.LiverChart;

/** The card files of ordered treatments filled for one patient. */
record OrderCards(CardCatalogue catalogue, LiverChart chart) {

    CardText text(OrderReview review) {
        CardFile file = catalogue.file(CardTopic.ofOrder(review.ordered()));
        boolean failed = !review.notMet().isEmpty();
        Map<String, String> values = Map.of(
                "finding", new Finding(words()).of(chart),
                "why", failed ? assessments().obstacle(review.notMet().get(0)) : "",
                "if", assessments().firstCondition(review.open()),
                "obstacles", heading("heading.not-met", assessments().obstacleLines(review.notMet())),
                "open", heading("heading.not-known", assessments().openLines(review.open())),
                "options", heading("heading.fitting", options(review.fitting())),
                "chart", words().chart(chart.diagnosis().evidence()));
        String summary =
                file.summary(List.of(failed ? Variant.NOT_MET : Variant.OPEN)).fill(values);
        return new CardText(file, summary, "warning", file.body().fill(values), review.citations(), List.of());
    }

    private String options(List<Recommendation> fitting) {
        return fitting.stream()
                .map(offer -> new OptionLine(catalogue, words()).of(offer))
                .collect(joining("\n"));
    }

    private String heading(String key, String lines) {
        return lines.isEmpty() ? "" : catalogue.phrases().get(key) + "\n\n" + lines;
    }

    private AssessmentWords assessments() {
        return new AssessmentWords(words());
    }

    private ChartWords words() {
        return new ChartWords(catalogue.phrases(), chart.asOf());
    }
}
