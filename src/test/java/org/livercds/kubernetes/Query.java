package org.livercds.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which metrics a PromQL expression reads, and what it says of their labels. It is no parser: promtool is one. */
record Query(String expression) {

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPS = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern NO_NAMES = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern NAME = Pattern.compile("(?<![a-zA-Z0-9_:.])[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

    /** Which of a metric's series are read. */
    record Selector(String metric, List<Label> labels) {}

    /** @param values that it names */
    record Label(String name, List<String> values) {}

    Set<String> metrics() {
        String bare =
                NO_NAMES.matcher(GROUPS.matcher(expression).replaceAll(" ")).replaceAll(" ");
        return NAME.matcher(bare)
                .results()
                .map(name -> name.group())
                .filter(name -> !OPERATORS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Selector> selectors() {
        return SELECTOR.matcher(expression)
                .results()
                .map(found -> new Selector(found.group(1), labels(found.group(2))))
                .toList();
    }

    private static List<Label> labels(String matchers) {
        return MATCHER.matcher(matchers)
                .results()
                .map(label -> new Label(
                        label.group(1),
                        label.group(2).endsWith("~") ? List.of(label.group(3).split("\\|")) : List.of(label.group(3))))
                .toList();
    }

    /** By which its result is told apart. */
    Set<String> groups() {
        return GROUPS.matcher(expression)
                .results()
                .flatMap(labels -> Stream.of(labels.group(1).trim().split("\\s*,\\s*")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
