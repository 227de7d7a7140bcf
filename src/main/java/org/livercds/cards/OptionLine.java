package org.livercds.cards;

import org.livercds.clinical.guideline.Recommendation;

/** One option in a list: its name, its condition where it has one, its criterion. */
record OptionLine(CardCatalogue catalogue, ChartWords words) {

    String of(Recommendation offer) {
        CardFile file = catalogue.file(offer.id());
        String form = switch (offer.status()) {
            case RECOMMENDED -> "line.option";
            case CONDITIONAL -> "line.option-if";
            case INFO -> "line.option-info";
        };
        String condition = new AssessmentWords(words).conditions(offer.open());
        return words.phrases().fill(form, "name", file.name(), "if", condition, "criterion", file.option());
    }
}
