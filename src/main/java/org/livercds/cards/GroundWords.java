package org.livercds.cards;

import static java.util.stream.Collectors.joining;
import static org.livercds.clinical.guideline.Grounds.NONE;
import static org.livercds.clinical.guideline.Grounds.NOT_RECORDED;
import static org.livercds.clinical.guideline.Grounds.SEPARATOR;
import static org.livercds.clinical.guideline.Grounds.UNKNOWN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.clinical.guideline.Grounds;

/** What has changed behind a card, in words: "largest lesion was 2.1 cm, now 2.8 cm". */
record GroundWords(CardCatalogue catalogue, ChartWords words) {

    private static final int MOST = 6;

    private static final Pattern RANGE = Pattern.compile("(<|<=|>|>=)?(\\d+(?:\\.\\d+)?)(?:\\.\\.(\\d+(?:\\.\\d+)?))?");
    private static final Map<String, String> FORMS = Map.of("<", "below", "<=", "up-to", ">", "above", ">=", "from");

    /** How the values of some grounds are told; those of the others are words. */
    private enum Kind {
        NUMBER,
        SIZE,
        DISEASE,
        STATEMENT,
        OFFER,
        WORD;

        static Kind of(String ground) {
            return switch (ground) {
                case "number-of-lesions" -> NUMBER;
                case "largest-lesion", "other-lesions" -> SIZE;
                case "kind" -> DISEASE;
                case "order-not-met", "order-open" -> STATEMENT;
                case "offered" -> OFFER;
                default -> WORD;
            };
        }
    }

    /** Nothing where nothing has changed. */
    String changes(Grounds now, Map<String, String> before) {
        List<String> changed = now.changedSince(before);
        if (changed.isEmpty()) {
            return "";
        }
        int hidden = changed.size() - MOST;
        Stream<String> rest =
                hidden > 0 ? Stream.of(phrases().fill("line.more", "n", String.valueOf(hidden))) : Stream.empty();
        Stream<String> told = changed.stream().limit(MOST).map(ground -> change(ground, before, now.facts()));
        return phrases()
                .fill("repeat.changed", "changes", Stream.concat(told, rest).collect(joining("; ")));
    }

    private String change(String ground, Map<String, String> before, Map<String, String> now) {
        String form = phrases().orNothing("ground", ground).isEmpty() ? "repeat.statement" : "ground." + ground;
        return phrases()
                .fill(
                        form,
                        "statement",
                        phrases().orKey("statement", ground),
                        "before",
                        value(ground, before.getOrDefault(ground, NOT_RECORDED)),
                        "now",
                        value(ground, now.getOrDefault(ground, NOT_RECORDED)));
    }

    private String value(String ground, String plain) {
        Kind kind = Kind.of(ground);
        return Stream.of(plain.split(SEPARATOR)).map(one -> one(kind, one)).collect(joining(", "));
    }

    private String one(Kind kind, String plain) {
        if (plain.startsWith(UNKNOWN)) {
            String reason = phrases().orNothing("reason", plain.substring(UNKNOWN.length()));
            return phrases().fill("repeat.unknown", "reason", reason);
        }
        if (plain.equals(NONE)) {
            return phrases().get("repeat.none");
        }
        return switch (kind) {
            case NUMBER -> range("number.", plain, number -> number);
            case SIZE -> range("size.", plain, number -> words.centimetres(new BigDecimal(number)));
            case DISEASE -> phrases().find("explain.kind." + plain).orElse(plain);
            case STATEMENT -> phrases().orKey("statement", plain);
            case OFFER -> offer(plain);
            case WORD -> phrases().orKey("value", plain);
        };
    }

    private String range(String forms, String plain, UnaryOperator<String> number) {
        Matcher range = RANGE.matcher(plain);
        if (!range.matches()) {
            return plain;
        }
        String low = number.apply(range.group(2));
        String high = Optional.ofNullable(range.group(3)).map(number).orElse(low);
        String exactlyOrBetween = range.group(3) == null ? "exactly" : "between";
        String form = Optional.ofNullable(range.group(1)).map(FORMS::get).orElse(exactlyOrBetween);
        return phrases().fill(forms + form, "low", low, "high", high);
    }

    /** As in {@code ablation:conditional}. */
    private String offer(String plain) {
        String[] parts = plain.split(":", 2);
        String name = CardTopic.withCode(parts[0])
                .map(topic -> catalogue.file(topic).name())
                .orElse(parts[0]);
        return plain.endsWith(":conditional") ? phrases().fill("repeat.conditional", "name", name) : name;
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
