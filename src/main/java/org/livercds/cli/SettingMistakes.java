package org.livercds.cli;

import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.livercds.service.KnownSettings;
import org.livercds.service.StartRefusedException;

/** Settings that cannot be used, in a sentence for each that names it; what it was set to may be a secret. */
final class SettingMistakes {

    private static final Pattern SETTING = Pattern.compile("[Cc]onfig property ([\\w.\"*-]+)|(livercds[\\w.\"*-]+)");

    /** By which SmallRye says that a setting is required and was not found. */
    private static final String MISSING = "SRCFG00014";

    private SettingMistakes() {}

    static String sentence(ConfigValidationException invalid) {
        KnownSettings known = KnownSettings.all();
        List<String> sentences = IntStream.range(0, invalid.getProblemCount())
                .mapToObj(i -> sentence(known, invalid.getProblem(i).getMessage()))
                .distinct()
                .sorted()
                .toList();
        return StartRefusedException.told(sentences);
    }

    static String sentence(QuarkusBindException taken) {
        return StartRefusedException.told(
                List.of("port " + taken.getPort() + " is taken by another process. End that one,"
                        + " or set quarkus.http.port and quarkus.management.port."));
    }

    private static String sentence(KnownSettings known, String problem) {
        Matcher found = SETTING.matcher(problem);
        if (!found.find()) {
            return "a setting that is not named cannot be used.";
        }
        String name = found.group(1) == null ? found.group(2) : found.group(1);
        if (known.isOurs(name) && !known.has(name)) {
            return known.misspelt(name);
        }
        if (problem.contains(MISSING)) {
            return name + " is missing. docs/CONFIGURATION.md says what it is.";
        }
        String form = known.form(name);
        return name + " cannot be used as it is written"
                + (form.isEmpty() ? ". docs/CONFIGURATION.md says what it is." : ": it has to be " + form + ".");
    }
}
