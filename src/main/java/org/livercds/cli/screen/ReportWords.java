package org.livercds.cli.screen;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.service.AppWords;

/** The words of the cards and of the explanation for what findings count. What has none is told as it is. */
record ReportWords(AppWords.InLanguage words) {

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    String card(String topic) {
        return words.topic(topic);
    }

    String status(String code) {
        return code.equals("refused")
                ? "No answer: such a call would be refused"
                : found(code, "explain.evaluation." + code);
    }

    String option(String code) {
        return found(code, "explain.status." + code);
    }

    String reason(String code) {
        return switch (code) {
            case "" -> "Evaluated, and there is nothing to say";
            case Findings.INCOMPLETE -> "Not known: some of the chart could not be read";
            case "tooLarge" -> "No answer: more than 4 MB of one patient";
            case "notJson" -> "No answer: a line of the patient is damaged";
            case "internal" -> "No answer: the service failed";
            default -> found(code, "explain.silence." + code, refusal(code));
        };
    }

    private static String refusal(String code) {
        return "explain.refusal." + dashed(code).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    String kind(String code) {
        return code.isEmpty() ? "Could not be told" : found(code, "explain.kind." + code);
    }

    String caution(String id) {
        return found(id, "caution." + id + ".short");
    }

    /** Words with a place for a value of the chart say nothing about all patients. */
    String cautionMeans(String id) {
        String text = found("", "caution." + id + ".text");
        return text.contains("{") ? "" : text;
    }

    String missing(String id) {
        return found(id, "missing." + id + ".short");
    }

    String missingMeans(String id) {
        return found("", "missing." + id + ".text");
    }

    String unread(String key, String state) {
        return found(key, "explain.key." + key) + ": "
                + phrase("explain.state." + state).orElse(spaced(state));
    }

    String unreadMeans(String key) {
        return found("", "unread." + dashed(key) + ".text");
    }

    String mistake(String code) {
        return begun(spaced(code));
    }

    private String found(String otherwise, String... keys) {
        return begun(
                Stream.of(keys).flatMap(key -> phrase(key).stream()).findFirst().orElse(otherwise));
    }

    private Optional<String> phrase(String key) {
        return Optional.ofNullable(words.phrases().get(key));
    }

    /** With a capital. */
    private static String begun(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String dashed(String code) {
        return INNER_CAPITAL.matcher(code).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private static String spaced(String code) {
        return dashed(code).replace('-', ' ').replace('_', ' ');
    }
}
