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

    /** What stands before each placeholder. */
    private final List<String> before = new ArrayList<>();

    private final List<String> names = new ArrayList<>();
    private final String after;

    Template(String text) {
        this.text = text;
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            before.add(text.substring(from, placeholder.start()));
            names.add(placeholder.group(1).intern());
            from = placeholder.end();
        }
        this.after = text.substring(from);
    }

    String text() {
        return text;
    }

    Set<String> placeholders() {
        return new TreeSet<>(names);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** @param values by names; asked for what is there alone */
    String fill(UnaryOperator<String> values) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            filled.append(before.get(i)).append(values.apply(names.get(i)));
        }
        return filled.append(after).toString();
    }

    /** @param namesAndValues by turns */
    String fill(String... namesAndValues) {
        return names.isEmpty() ? text : fill(name -> value(namesAndValues, name));
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
