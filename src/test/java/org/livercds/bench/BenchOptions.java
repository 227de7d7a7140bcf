package org.livercds.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was asked of the benchmark over HTTP, as {@code name=value}; what it does not know is refused. */
record BenchOptions(Map<String, String> given) {

    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("only", "service,hapi,floor"),
            Map.entry("sizes", "8,80,800"),
            Map.entry("narrative", "no,yes"),
            Map.entry("data", "prefetched,fetched"),
            Map.entry("connections", "1,8,64"),
            Map.entry("runs", "3"),
            Map.entry("secs", "5"),
            Map.entry("longest", "30"),
            Map.entry("warm", "60"),
            Map.entry("starts", "3"),
            Map.entry("heap", "512m"),
            Map.entry("profile", "demo"),
            Map.entry("port", "18190"),
            Map.entry(
                    "java",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            Map.entry("jvm", ""),
            Map.entry("jar", "target/quarkus-app/quarkus-run.jar"));

    static BenchOptions of(String... arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .peek(BenchOptions::check)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last, TreeMap::new));
        return new BenchOptions(given);
    }

    String text(String name) {
        return given.getOrDefault(name, DEFAULTS.get(name));
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    List<String> list(String name) {
        return List.of(text(name).split(","));
    }

    private static void check(String... pair) {
        if (pair.length != 2 || !DEFAULTS.containsKey(pair[0])) {
            throw new IllegalArgumentException(
                    "no option " + pair[0] + "; there are " + new TreeMap<>(DEFAULTS) + ", written name=value");
        }
    }
}
