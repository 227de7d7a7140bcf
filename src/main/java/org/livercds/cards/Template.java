package org.livercds.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with {@code {placeholders}} and nothing else: no loops and no conditions in clinical text. Taken apart once, when
 * it is read.
 */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final String text;

    /** The words around the placeholders; between each two of them stands the name at its place. */
    private final List<String> words = new ArrayList<>();

    private final List<String> names = new ArrayList<>();

    Template(String text) {
        this.text = text;
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            words.add(text.substring(from, placeholder.start()));
            names.add(placeholder.group(1).intern());
            from = placeholder.end();
        }
        words.add(text.substring(from));
    }

    String text() {
        return text;
    }

    Set<String> placeholders() {
        return new TreeSet<>(names);
    }

    /** @param values by names; asked for what is there alone */
    String fill(UnaryOperator<String> values) {
        if (names.isEmpty()) {
            return text;
        }
        String[] parts = new String[names.size() + words.size()];
        parts[0] = words.get(0);
        for (int i = 0; i < names.size(); i++) {
            parts[2 * i + 1] = values.apply(names.get(i));
            parts[2 * i + 2] = words.get(i + 1);
        }
        return String.join("", parts);
    }

    /** @param namesAndValues by turns */
    String fill(String... namesAndValues) {
        return fill(among(namesAndValues));
    }

    static UnaryOperator<String> among(String... namesAndValues) {
        return name -> value(namesAndValues, name);
    }

    static IllegalArgumentException nothingFor(String name) {
        return new IllegalArgumentException("Nothing to fill in for {" + name + "}");
    }

    private static String value(String[] namesAndValues, String name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        throw nothingFor(name);
    }
}
