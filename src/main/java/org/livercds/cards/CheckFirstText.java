package org.livercds.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Caution;
import org.livercds.clinical.guideline.Missing;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;

/** What is to be checked first, in words: cautions, missing data, and what could not be read. */
record CheckFirstText(
        ChartWords words, AssessmentWords assessments, Advice advice, LiverChart chart, Set<ReadingNote> notes) {

    private static final Comparator<Caution> WARNINGS_FIRST =
            Comparator.comparing(caution -> !caution.id().isWarning());

    /** For the summary, most important first. */
    List<String> shorts() {
        List<String> shorts = new ArrayList<>();
        for (Caution caution : warningsFirst()) {
            shorts.add(caution(caution, ".short"));
        }
        if (advice.pregnancyOpen()) {
            shorts.add(phrases().get("pregnancy-open.short"));
        }
        for (ChartPart part : unreadParts()) {
            shorts.add(phrases().of("unread", part.key() + ".short"));
        }
        for (Missing asked : advice.missing()) {
            shorts.add(phrases().of("missing", asked.id().code() + ".short"));
        }
        return shorts;
    }

    boolean warns() {
        List<Caution> first = warningsFirst();
        return !first.isEmpty() && first.get(0).id().isWarning();
    }

    String cautions() {
        List<String> lines = new ArrayList<>();
        for (Caution caution : warningsFirst()) {
            lines.add(line(caution(caution, ".text"), words.evidence(caution.evidence())));
        }
        if (advice.pregnancyOpen()) {
            lines.add(line(phrases().get("pregnancy-open.text"), ""));
        }
        return String.join("\n", lines);
    }

    String missing() {
        List<String> lines = new ArrayList<>();
        for (Missing missing : advice.missing()) {
            lines.add(line(missing));
        }
        return String.join("\n", lines);
    }

    String unread() {
        List<String> lines = new ArrayList<>();
        for (ChartPart part : unreadParts()) {
            lines.add(phrases().fill("line.unread", "text", phrases().of("unread", part.key() + ".text")));
        }
        for (ReadingNote note : notes) {
            lines.add(phrases().fill("line.note", "text", phrases().of("note", note.key())));
        }
        return String.join("\n", lines);
    }

    private List<Caution> warningsFirst() {
        List<Caution> cautions = new ArrayList<>(advice.cautions());
        cautions.sort(WARNINGS_FIRST);
        return cautions;
    }

    private String caution(Caution caution, String form) {
        return phrases().fill("caution." + caution.id().code() + form, "days", String.valueOf(chart.limitDays()));
    }

    private String line(String text, String evidence) {
        return phrases().fill("line.caution", "text", text, "evidence", evidence);
    }

    private String line(Missing missing) {
        return phrases()
                .fill(
                        "line.missing",
                        "text",
                        phrases().of("missing", missing.id().code() + ".text"),
                        "reason",
                        assessments.reason(missing.reason()),
                        "evidence",
                        words.evidence(missing.id() == MissingId.SIZE ? unusableSizes() : List.of()));
    }

    /** What was measured and cannot be used. */
    private List<Evidence> unusableSizes() {
        List<Evidence> unusable = new ArrayList<>();
        for (Lesion lesion : chart.lesions().live()) {
            if (!lesion.size().isKnown() && !lesion.isTreatedSince()) {
                unusable.addAll(lesion.evidence());
            }
        }
        return unusable;
    }

    private Set<ChartPart> unreadParts() {
        return new TreeSet<>(chart.unread());
    }

    private Phrases phrases() {
        return words.phrases();
    }
}
