package org.livercds.cards;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words with {@code {placeholders}} and nothing else: no loops and no conditions in clinical text. */
record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    String fill(Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(values, match.group(1))));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Nothing to fill in for {" + name + "}");
        }
        return value;
    }
}
