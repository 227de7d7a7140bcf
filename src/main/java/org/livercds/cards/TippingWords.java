package org.livercds.cards;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.guideline.TippingPoint;

/** What would change the answer, as a list under its heading; what the chart speaks of comes first. */
record TippingWords(CardCatalogue catalogue, ChartWords words) {

    private static final int MOST = 5;

    String list(Recommendation leading, List<TippingPoint> points) {
        return points.isEmpty()
                ? ""
                : phrases().get("heading.tipping") + "\n\n"
                        + points.stream()
                                .sorted(Comparator.comparing(
                                        point -> point.evidence().isEmpty()))
                                .limit(MOST)
                                .map(point -> line(leading, point))
                                .collect(joining("\n"));
    }

    private String line(Recommendation leading, TippingPoint point) {
        boolean overtaken = leading.status() == Status.INFO
                || point.then().filter(leading.status()::equals).isPresent();
        String effect = overtaken
                ? phrases().get("tipping.first", Map.of("name", name(point.first())))
                : phrases().get("tipping." + point.then().map(Status::code).orElse("withheld"));
        String today = point.evidence().isEmpty()
                ? phrases().get("tipping.not-known")
                : phrases().get("tipping.today", Map.of("evidence", words.items(point.evidence())));
        Map<String, String> values =
                Map.of("change", phrases().get("change." + point.change().key()), "effect", effect, "today", today);
        return phrases().get("line.tipping", values);
    }

    private String name(RecommendationId id) {
        return catalogue.file(id).name();
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
