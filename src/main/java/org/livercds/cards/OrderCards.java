package org.livercds.cards;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.guideline.OrderReview;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.patient.LiverChart;

/** The card files of ordered treatments filled for one patient. */
final class OrderCards {

    private final CardCatalogue catalogue;
    private final LiverChart chart;
    private final ChartWords words;
    private final AssessmentWords assessments;

    OrderCards(CardCatalogue catalogue, LiverChart chart) {
        this.catalogue = catalogue;
        this.chart = chart;
        this.words = new ChartWords(catalogue.phrases(), chart.asOf());
        this.assessments = new AssessmentWords(words);
    }

    CardText text(OrderReview review) {
        CardFile file = catalogue.file(CardTopic.ofOrder(review.ordered()));
        Variant variant = review.notMet().isEmpty() ? Variant.OPEN : Variant.NOT_MET;
        String summary = file.summary(variant).fill(name -> value(name, review));
        String body = file.body().fill(name -> value(name, review));
        return new CardText(file, summary, "warning", body, review.citations(), List.of());
    }

    private String value(String placeholder, OrderReview review) {
        return switch (placeholder) {
            case "finding" -> new Finding(words).of(chart);
            case "why" ->
                review.notMet().isEmpty()
                        ? ""
                        : assessments.obstacle(review.notMet().get(0));
            case "if" -> assessments.firstCondition(review.open());
            case "obstacles" -> heading("heading.not-met", assessments.obstacleLines(review.notMet()));
            case "open" -> heading("heading.not-known", assessments.openLines(review.open()));
            case "options" -> heading("heading.fitting", options(review.fitting()));
            case "chart" -> words.chart(chart.diagnosis().evidence());
            default -> throw Template.nothingFor(placeholder);
        };
    }

    private String options(List<Recommendation> fitting) {
        List<String> options = new ArrayList<>(fitting.size());
        for (Recommendation offer : fitting) {
            options.add(new OptionLine(catalogue, words).of(offer));
        }
        return String.join("\n", options);
    }

    private String heading(String key, String lines) {
        return lines.isEmpty() ? "" : catalogue.phrases().get(key) + "\n\n" + lines;
    }
}
