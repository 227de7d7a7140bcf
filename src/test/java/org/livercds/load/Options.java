package org.livercds.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was asked for on the command line, as {@code name=value}; what a scenario does not know is refused. */
record Options(Map<String, String> given) {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("heap", "256m"),
            Map.entry("jar", "target/quarkus-app/quarkus-run.jar"),
            Map.entry(
                    "java",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            Map.entry("port", "18090"),
            Map.entry("management", "19090"),
            Map.entry("port2", "18091"),
            Map.entry("pin", "false"),
            Map.entry("warm", "15"),
            Map.entry("rate", "200"),
            Map.entry("seconds", "300"),
            Map.entry("connections", "512"),
            Map.entry("concurrency", "16"),
            Map.entry("calls", "100000"),
            Map.entry("patients", "50"),
            Map.entry("items", "500"),
            Map.entry("rounds", "5"),
            Map.entry("segments", "10"),
            Map.entry("restarts", "10"),
            Map.entry("times", "5"),
            Map.entry("keep-alive", "true"));

    static Options of(String... arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .peek(Options::check)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last, TreeMap::new));
        return new Options(given);
    }

    /** The same where nothing else was asked for: what a scenario prefers. */
    Options preferring(String name, Object value) {
        Map<String, String> all = new TreeMap<>(given);
        all.putIfAbsent(name, value.toString());
        return new Options(all);
    }

    String text(String name) {
        return given.getOrDefault(name, DEFAULTS.get(name));
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    boolean yes(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private static void check(String... pair) {
        if (pair.length != 2 || !DEFAULTS.containsKey(pair[0])) {
            throw new IllegalArgumentException(
                    "no option " + pair[0] + "; there are " + new TreeMap<>(DEFAULTS) + ", written name=value");
        }
    }
}
