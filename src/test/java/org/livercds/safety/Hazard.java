package org.livercds.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.livercds.connect.Settings;

/** A row of the hazard log: what goes wrong, how bad, what stands against it, what proves that, what is left. */
record Hazard(String number, String wrong, String before, String control, String tests, String after) {

    private static final Pattern WRONG = Pattern.compile("\\*\\*[^*]{10,}\\*\\*.* Causes: .{10,} Harm: .{10,}");
    private static final Pattern LEFT =
            Pattern.compile("[a-z]+, [a-z ]+ \\(\\d\\)\\. (Site|Project|Site and project): .{10,}");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]+\\.)+[A-Z]\\w+");
    private static final Pattern FILE = Pattern.compile("[\\w-]+/[\\w./-]+");

    /** Whether it says what goes wrong, why, and whom it harms. */
    boolean isTold() {
        return WRONG.matcher(wrong).matches();
    }

    /** Whether it says what is left, and who has to see to it. */
    boolean isHandedOver() {
        return LEFT.matcher(after).matches();
    }

    Rating rated() {
        return Rating.of(before);
    }

    Rating left() {
        return Rating.of(after);
    }

    /** Classes, settings and files behind the control. */
    List<String> named() {
        return QUOTED.matcher(control)
                .results()
                .map((MatchResult quoted) -> quoted.group(1))
                .toList();
    }

    /** Those of them that are not there. */
    List<String> missing() {
        return named().stream().filter(name -> !isThere(name)).toList();
    }

    private static boolean isThere(String name) {
        if (name.startsWith("livercds.")) {
            return Settings.unknown(name).isEmpty();
        }
        if (CLASS.matcher(name).matches()) {
            return Files.exists(Path.of("src/main/java/org/livercds", name.replace('.', '/') + ".java"));
        }
        return FILE.matcher(name).matches() && Files.exists(Path.of(name));
    }
}
