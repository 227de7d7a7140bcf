package org.livercds.cli.screen;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.livercds.cli.screen.Findings.Export;
import org.livercds.hooks.Language;
import org.livercds.service.AppWords;
import org.livercds.service.Standalone;

/** Findings as a hospital might have them; the numbers are made up. */
public final class ReportSample {

    private static final String DAY = "2026-11-20";
    private static final String CONTENT = "1.1.0, 0a1b2c3d4e5f";

    private ReportSample() {}

    /** Of 1,240 patients of a hospital whose export has no procedures and no allergies. */
    public static Findings hospital() {
        return new Findings(
                DAY,
                CONTENT,
                new Export(
                        9,
                        48_210,
                        21_733,
                        26_470,
                        map("not-json", 5L, "no-resource-type", 2L),
                        "AllergyIntolerance Procedure",
                        "BodyStructure"),
                1_240,
                391,
                map(0, 1_028L, 1, 74L, 2, 97L, 3, 41L),
                map("incomplete", 245L, "notApplicable", 992L, "refused", 3L),
                map("benignOnly", 41L, "deceased", 63L, "historyOnly", 8L, "noLiverDisease", 880L, "NO_CONDITIONS", 3L),
                kinds(),
                cards(),
                options(),
                cautions(),
                missing(),
                unread(),
                21_690,
                43);
    }

    /** Nothing was found in nothing. */
    public static Findings nobody() {
        Map<String, Long> none = Map.of();
        return new Findings(
                DAY,
                CONTENT,
                new Export(0, 0, 0, 0, none, "", ""),
                0,
                0,
                Map.of(),
                none,
                none,
                none,
                none,
                Map.of(),
                none,
                none,
                Map.of(),
                0,
                0);
    }

    /** One patient with one card, of whom everything is known. */
    public static Findings one() {
        Map<String, Long> none = Map.of();
        return new Findings(
                DAY,
                CONTENT,
                new Export(1, 4, 4, 0, none, "", ""),
                1,
                1,
                Map.of(1, 1L),
                Map.of("evaluated", 1L),
                none,
                Map.of("liverMetastases", 1L),
                Map.of("ablation", 1L),
                Map.of("ablation", Map.of("recommended", 1L)),
                none,
                none,
                Map.of(),
                4,
                0);
    }

    /** The words of the cards as they are shipped. */
    public static AppWords.InLanguage words() {
        try (Standalone services = new Standalone(Map.of(), Optional.empty(), Optional.empty())) {
            return services.words(Language.EN);
        }
    }

    private static Map<String, Long> kinds() {
        return map(
                "", 3L,
                "atRisk", 58L,
                "conflict", 2L,
                "hepatocellularCarcinoma", 61L,
                "history", 14L,
                "liverMetastases", 112L,
                "none", 957L,
                "otherCancerWithLiverLesion", 11L,
                "pediatric", 1L,
                "suspected", 7L,
                "unspecified", 14L);
    }

    private static Map<String, Long> cards() {
        return map(
                "ablation", 44L,
                "checkFirst", 138L,
                "combinedResectionAndAblation", 4L,
                "diagnosticWorkup", 19L,
                "embolization", 23L,
                "multidisciplinaryReview", 51L,
                "otherOptions", 41L,
                "recurrence", 9L,
                "resection", 33L,
                "surveillance", 6L,
                "systemicTherapyFirst", 17L,
                "transplant", 6L);
    }

    private static Map<String, Map<String, Long>> options() {
        return map(
                "ablation", map("conditional", 39L, "recommended", 5L),
                "clinicalTrial", map("info", 21L),
                "embolization", map("conditional", 31L),
                "multidisciplinaryReview", map("info", 51L),
                "resection", map("conditional", 22L, "info", 8L, "recommended", 11L),
                "surveillance", map("recommended", 6L),
                "systemicTherapyFirst", map("conditional", 9L, "recommended", 8L),
                "transplant", map("conditional", 6L));
    }

    private static Map<String, Long> cautions() {
        return map(
                "K-BILI", 9L,
                "K-COAG", 36L,
                "K-CONFLICT", 12L,
                "K-LIVER", 7L,
                "K-PHT", 15L,
                "K-PVT", 10L,
                "K-SIZE3", 3L,
                "K-STALE", 41L,
                "K-TREATED", 2L);
    }

    private static Map<String, Long> missing() {
        return map("M-COUNT", 88L, "M-LIVERFN", 61L, "M-RESECT", 133L, "M-SIZE", 74L, "M-SPREAD", 97L);
    }

    private static Map<String, Map<String, Long>> unread() {
        return map(
                "allergies", map("ABSENT", 1_240L),
                "bodyStructures", map("PARTIAL", 2L),
                "observations", map("PARTIAL", 29L, "UNUSABLE", 4L),
                "procedures", map("ABSENT", 1_240L));
    }

    /** By turns a key and a value. */
    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V> map(Object... keysAndValues) {
        Map<K, V> map = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((K) keysAndValues[i], (V) keysAndValues[i + 1]);
        }
        return map;
    }
}
