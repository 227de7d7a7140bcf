package org.livercds.cli;

import io.smallrye.config.ConfigValidationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Settings that cannot be used, in one sentence that names them; what they were set to may be a secret. */
final class SettingMistakes {

    private static final Pattern SETTING = Pattern.compile("[Cc]onfig property ([\\w.\"-]+)|(livercds[\\w.\"-]+)");

    private SettingMistakes() {}

    static String sentence(ConfigValidationException invalid) {
        String settings = IntStream.range(0, invalid.getProblemCount())
                .mapToObj(i -> setting(invalid.getProblem(i).getMessage()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "Liver CDS does not start: these settings are missing, misspelt or cannot be used: " + settings
                + ". README lists them with their defaults.";
    }

    private static String setting(String problem) {
        Matcher setting = SETTING.matcher(problem);
        if (!setting.find()) {
            return "an unnamed one";
        }
        return setting.group(1) == null ? setting.group(2) : setting.group(1);
    }
}
