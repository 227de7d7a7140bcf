package org.livercds.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.guideline.TippingPoint;

/** What would change the answer, as a list under its heading; what the chart speaks of comes first. */
record TippingWords(CardCatalogue catalogue, ChartWords words) {

    private static final int MOST = 5;
    private static final Comparator<TippingPoint> KNOWN_FIRST =
            Comparator.comparing(point -> point.evidence().isEmpty());

    String list(Recommendation leading, List<TippingPoint> points) {
        if (points.isEmpty()) {
            return "";
        }
        List<TippingPoint> ordered = new ArrayList<>(points);
        ordered.sort(KNOWN_FIRST);
        List<String> lines = new ArrayList<>();
        for (TippingPoint point : ordered.subList(0, Math.min(ordered.size(), MOST))) {
            lines.add(line(leading, point));
        }
        return phrases().get("heading.tipping") + "\n\n" + String.join("\n", lines);
    }

    private String line(Recommendation leading, TippingPoint point) {
        boolean overtaken = leading.status() == Status.INFO
                || point.then().filter(leading.status()::equals).isPresent();
        String effect = overtaken
                ? phrases().fill("tipping.first", "name", name(point.first()))
                : phrases().of("tipping", point.then().map(Status::code).orElse("withheld"));
        String today = point.evidence().isEmpty()
                ? phrases().get("tipping.not-known")
                : phrases().fill("tipping.today", "evidence", words.items(point.evidence()));
        String change = phrases().of("change", point.change().key());
        return phrases().fill("line.tipping", "change", change, "effect", effect, "today", today);
    }

    private String name(RecommendationId id) {
        return catalogue.file(id).name();
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
