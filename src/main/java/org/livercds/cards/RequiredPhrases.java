package org.livercds.cards;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.Change;
import org.livercds.clinical.guideline.GroundFact;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.ChartPart;

/** The phrases that every language needs, and what may be filled into each: checked at start, not at a bedside. */
final class RequiredPhrases {

    private static final Set<String> LINE = Set.of("statement", "evidence", "reason");

    private static final Set<String> RANGE = Set.of("low", "high");
    private static final Set<String> CONTENT = Set.of("version", "hash");
    private static final Set<String> CHANGE = Set.of("statement", "before", "now");

    /** With the placeholders that they may have; all other phrases have none. */
    private static final Map<String, Set<String>> FILLED = Map.ofEntries(
            entry("finding.exactly", Set.of("n")),
            entry("finding.at-least", Set.of("n")),
            entry("finding.more-than", Set.of("n")),
            entry("finding.between", Set.of("low", "n")),
            entry("finding.single-size", Set.of("size")),
            entry("finding.largest", Set.of("size")),
            entry("finding.largest-measured", Set.of("size")),
            entry("finding.dated", Set.of("date")),
            entry("size.exactly", Set.of("low", "high")),
            entry("size.between", Set.of("low", "high")),
            entry("size.below", Set.of("low", "high")),
            entry("size.up-to", Set.of("low", "high")),
            entry("size.above", Set.of("low", "high")),
            entry("size.from", Set.of("low", "high")),
            entry("line.met", LINE),
            entry("line.not-met", LINE),
            entry("line.unknown", LINE),
            entry("obstacle.otherwise", Set.of("statement")),
            entry("line.withheld", Set.of("name", "obstacles")),
            entry("line.open", Set.of("if", "statement", "evidence")),
            entry("line.open-because", Set.of("if", "statement", "evidence")),
            entry("line.evidence", Set.of("evidence")),
            entry("line.item", Set.of("subject", "value")),
            entry("line.date", Set.of("date")),
            entry("line.date-future", Set.of("date")),
            entry("line.more", Set.of("n")),
            entry("line.caution", Set.of("text", "evidence")),
            entry("line.missing", Set.of("text", "reason", "evidence")),
            entry("line.unread", Set.of("text")),
            entry("line.note", Set.of("text")),
            entry("line.option", Set.of("name", "if", "criterion")),
            entry("line.option-if", Set.of("name", "if", "criterion")),
            entry("line.option-info", Set.of("name", "if", "criterion")),
            entry("line.tipping", Set.of("change", "effect", "today")),
            entry("tipping.first", Set.of("name")),
            entry("tipping.today", Set.of("evidence")),
            entry("line.order", Set.of("name")),
            entry("line.obstacle", Set.of("obstacle", "evidence")),
            entry("line.limit", LINE),
            entry("number.exactly", RANGE),
            entry("number.between", RANGE),
            entry("number.below", RANGE),
            entry("number.up-to", RANGE),
            entry("number.above", RANGE),
            entry("number.from", RANGE),
            entry("repeat.changed", Set.of("changes")),
            entry("repeat.statement", CHANGE),
            entry("repeat.unknown", Set.of("reason")),
            entry("repeat.conditional", Set.of("name")),
            entry("ground.kind", CHANGE),
            entry("ground.number-of-lesions", CHANGE),
            entry("ground.largest-lesion", CHANGE),
            entry("ground.other-lesions", CHANGE),
            entry("ground.treatments", CHANGE),
            entry("ground.systemic-therapies", CHANGE),
            entry("ground.order-not-met", CHANGE),
            entry("ground.order-open", CHANGE),
            entry("ground.offered", CHANGE),
            entry("heading.chart", Set.of("evidence")),
            entry("heading.sources", Set.of("label", "url", "date", "ids")),
            entry("heading.content", CONTENT),
            entry("heading.content-changed", CONTENT),
            entry("heading.advisory", Set.of("review", "version", "date")));

    private static final Set<String> PLAIN = Set.of(
            "language",
            "pregnancy-open.short",
            "pregnancy-open.text",
            "finding.none",
            "finding.unread",
            "finding.exactly-1",
            "finding.at-least-1",
            "finding.size-open",
            "repeat.none",
            "link.picture",
            "link.source-attributes",
            "line.no-date",
            "line.and",
            "line.also",
            "finding.gone",
            "heading.open",
            "heading.tipping",
            "heading.not-met",
            "heading.not-known",
            "heading.fitting",
            "heading.not-reviewed",
            "tipping.not-known",
            "tipping.withheld",
            "tipping.conditional",
            "tipping.info");

    private RequiredPhrases() {}

    static void check(Phrases phrases) {
        Stream.concat(fixed(), ofTheCore()).forEach(phrases::require);
        phrases.checkPlaceholders(RequiredPhrases::allowed);
    }

    private static Set<String> allowed(String key) {
        if (key.startsWith("order.")) {
            return Set.of("options");
        }
        if (key.startsWith("ground.")) {
            return CHANGE;
        }
        return key.startsWith("caution.") ? Set.of("days") : FILLED.getOrDefault(key, Set.of());
    }

    private static Stream<String> fixed() {
        return Stream.concat(FILLED.keySet().stream(), PLAIN.stream());
    }

    /** Whatever the core can say has words. */
    private static Stream<String> ofTheCore() {
        Stream<String> statements = Stream.of(Statement.values())
                .flatMap(statement -> Stream.of("statement." + statement.key(), "if." + statement.key()));
        Stream<String> reasons = Stream.of(Fact.Reason.values()).map(reason -> "reason." + reason.name());
        Stream<String> cautions = Stream.of(CautionId.values()).flatMap(id -> both("caution." + id.code()));
        Stream<String> missing = Stream.of(MissingId.values()).flatMap(id -> both("missing." + id.code()));
        Stream<String> unread = Stream.of(ChartPart.values()).flatMap(part -> both("unread." + part.key()));
        Stream<String> notes = Stream.of(ReadingNote.values()).map(note -> "note." + note.key());
        Stream<String> statuses = Stream.of(Status.values()).map(status -> "status." + status.code());
        Stream<String> changes = Stream.of(Change.values()).map(change -> "change." + change.key());
        Stream<String> orders = Stream.of(SuggestedOrder.values())
                .flatMap(order -> Stream.of("order." + order.code() + ".name", "order." + order.code() + ".note"));
        Stream<String> grounds = Stream.of(GroundFact.values()).map(fact -> "ground." + fact.key());
        return Stream.of(statements, grounds, reasons, cautions, missing, unread, notes, statuses, changes, orders)
                .flatMap(keys -> keys);
    }

    private static Stream<String> both(String key) {
        return Stream.of(key + ".short", key + ".text");
    }
}
