package org.livercds.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The text of a card in paragraphs, each filled for itself; one of which nothing is left is left out. */
final class CardBody {

    private static final String GAP = "\n\n";

    private final List<Template> paragraphs = new ArrayList<>();
    private final Set<String> placeholders = new TreeSet<>();

    CardBody(String text) {
        for (String paragraph : text.strip().split(GAP)) {
            Template template = new Template(paragraph);
            paragraphs.add(template);
            placeholders.addAll(template.placeholders());
        }
    }

    boolean has(String name) {
        return placeholders.contains(name);
    }

    /** @param values by names; asked for what is there alone */
    String fill(UnaryOperator<String> values) {
        List<String> filled = new ArrayList<>(paragraphs.size());
        for (Template paragraph : paragraphs) {
            String words = paragraph.fill(values);
            if (!words.isEmpty()) {
                filled.add(words);
            }
        }
        return String.join(GAP, filled);
    }

    /** @param namesAndValues by turns */
    String fill(String... namesAndValues) {
        return fill(Template.among(namesAndValues));
    }
}
