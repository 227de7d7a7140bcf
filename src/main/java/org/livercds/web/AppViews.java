package org.livercds.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.explain.Board;
import org.livercds.explain.Explanation.CautionView;
import org.livercds.explain.Explanation.EvidenceView;
import org.livercds.explain.Explanation.MissingView;
import org.livercds.explain.Explanation.RuleView;
import org.livercds.explain.Explanation.StatementView;
import org.livercds.service.AppWords;

/** From what is known of a patient to what the page says. */
record AppViews(AppMessages messages, AppForms forms) {

    private static final Map<String, String> SYMBOLS = Map.of("met", "✓", "notMet", "✗", "unknown", "?");
    private static final String OTHER_KIND = "otherKind";
    private static final String ABSENT = "absent";

    AppView of(Board board) {
        return new AppView(
                who(board),
                messages.advisory(words().content()),
                Optional.of(board.unread())
                        .filter(keys -> !keys.isEmpty())
                        .map(keys -> messages.unread(phrases("explain.key.", keys)))
                        .orElse(""),
                board.silence()
                        .map(why -> messages.silent(words().phrase("explain.silence." + why)))
                        .orElse(""),
                board.offers().stream().map(this::offer).toList(),
                board.explanation().missing().stream().map(this::missing).toList(),
                board.explanation().cautions().stream()
                        .map(caution -> caution(caution, board))
                        .toList(),
                new AppPictures(messages, forms).of(board),
                board.explanation().rules().stream()
                        .filter(rule -> !rule.status().equals(OTHER_KIND))
                        .map(this::rule)
                        .toList(),
                words().sources());
    }

    private AppWords.InLanguage words() {
        return forms.words();
    }

    private String phrases(String prefix, List<String> keys) {
        return keys.stream().map(key -> words().phrase(prefix + key)).collect(Collectors.joining(", "));
    }

    private List<String> who(Board board) {
        String sex = switch (board.sex()) {
            case "male" -> messages.sexMale();
            case "female" -> messages.sexFemale();
            case "other" -> messages.sexOther();
            default -> messages.sexUnknown();
        };
        Stream<String> age = board.age().map(years -> messages.age(years.toString())).stream();
        return Stream.of(
                        Stream.of(messages.patient(board.patient())),
                        age,
                        Stream.of(
                                sex,
                                words().phrase("explain.kind." + board.kind()),
                                messages.asOf(forms.day(board.asOf()))))
                .flatMap(part -> part)
                .toList();
    }

    private AppView.Offer offer(Board.Offer offer) {
        return new AppView.Offer(
                words().topic(offer.topic()),
                words().phrase("explain.status." + offer.status()),
                offer.status(),
                String.join(", ", offer.citations()));
    }

    private String missing(MissingView missing) {
        String reason = Optional.ofNullable(missing.reason())
                .map(why -> " (" + words().phrase("explain.reason." + why) + ")")
                .orElse("");
        return words().phrase("missing." + missing.id() + ".text") + reason;
    }

    private String caution(CautionView caution, Board board) {
        String days = Integer.toString(board.limitDays());
        String text = words().phrase("caution." + caution.id() + ".text").replace("{days}", days);
        return text + grounds(caution.evidence());
    }

    private AppView.Rule rule(RuleView rule) {
        List<AppView.Rung> rungs = new ArrayList<>();
        rule.criteria().forEach(criterion -> add(criterion, 0, rungs));
        return new AppView.Rule(
                words().topic(rule.topic()),
                words().phrase("explain.status." + rule.status()),
                !rule.status().equals(ABSENT),
                String.join(", ", rule.citations()),
                rungs);
    }

    private void add(StatementView statement, int depth, List<AppView.Rung> rungs) {
        String role = Optional.ofNullable(statement.role())
                .map(code -> " (" + words().phrase("explain.role." + code) + ")")
                .orElse("");
        String reason = Optional.ofNullable(statement.reason())
                .map(code -> words().phrase("explain.reason." + code))
                .map(why -> ": " + why)
                .orElse("");
        boolean leaf = statement.parts().isEmpty();
        rungs.add(new AppView.Rung(
                depth,
                effect(statement),
                SYMBOLS.get(statement.truth()),
                words().phrase("explain.truth." + statement.truth()) + reason,
                words().phrase("statement." + statement.statement()) + role,
                leaf ? grounds(statement.evidence()) : ""));
        statement.parts().forEach(part -> add(part, depth + 1, rungs));
    }

    /** What is not met is harmless where it would have ruled something out. */
    private static String effect(StatementView statement) {
        if (statement.truth().equals("unknown")) {
            return "open";
        }
        boolean met = statement.truth().equals("met");
        return switch (statement.role() == null ? "" : statement.role()) {
            case "required" -> met ? "good" : "bad";
            case "blocking", "limiting" -> met ? "bad" : "harmless";
            default -> "harmless";
        };
    }

    private String grounds(List<EvidenceView> evidence) {
        return evidence.stream()
                .map(this::ground)
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), text -> text.isEmpty() ? "" : " – " + text));
    }

    private String ground(EvidenceView entry) {
        String subject = words().phrases().getOrDefault("subject." + entry.subject(), "");
        String value = words().phrases().getOrDefault("value." + entry.value(), forms.numbers(entry.value()));
        String date = Optional.ofNullable(entry.date())
                .map(day -> " (" + forms.date(day) + ")")
                .orElse("");
        return (subject + " " + value + date).strip();
    }
}
