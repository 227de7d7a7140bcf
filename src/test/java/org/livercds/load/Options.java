package org.livercds.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was asked for on the command line, as {@code name=value}; what has no default is refused.
 *
 * @param defaults all the options that there are
 */
public record Options(Map<String, String> defaults, Map<String, String> given) {

    static final Map<String, String> OF_LOAD = Map.ofEntries(
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

    public static Options of(Map<String, String> defaults, String... arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .peek(pair -> check(defaults, pair))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last, TreeMap::new));
        return new Options(defaults, given);
    }

    /** The same where nothing else was asked for: what a scenario prefers. */
    Options preferring(String name, Object value) {
        Map<String, String> all = new TreeMap<>(given);
        all.putIfAbsent(name, value.toString());
        return new Options(defaults, all);
    }

    public String text(String name) {
        return given.getOrDefault(name, defaults.get(name));
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public List<String> list(String name) {
        return List.of(text(name).split(","));
    }

    boolean yes(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private static void check(Map<String, String> defaults, String... pair) {
        if (pair.length != 2 || !defaults.containsKey(pair[0])) {
            throw new IllegalArgumentException(
                    "no option " + pair[0] + "; there are " + new TreeMap<>(defaults) + ", written name=value");
        }
    }
}
