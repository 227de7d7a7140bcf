package org.livercds.clinical.guideline;

import static org.livercds.clinical.guideline.ChartEntry.About.ABLATION_FEASIBILITY;
import static org.livercds.clinical.guideline.ChartEntry.About.COUNT;
import static org.livercds.clinical.guideline.ChartEntry.About.DISEASE;
import static org.livercds.clinical.guideline.ChartEntry.About.FITNESS;
import static org.livercds.clinical.guideline.ChartEntry.About.OTHER;
import static org.livercds.clinical.guideline.ChartEntry.About.RESECTABILITY;
import static org.livercds.clinical.guideline.ChartEntry.About.SCREENING;
import static org.livercds.clinical.guideline.ChartEntry.About.SIZE;
import static org.livercds.clinical.guideline.ChartEntry.About.SPREAD;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.LiRads;
import org.livercds.clinical.patient.MeasurementBuilder;
import org.livercds.clinical.patient.PortalVein;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

/** Random charts: a disease, and up to a dozen entries that agree or contradict each other. */
final class RandomCharts {

    private static final Arbitrary<LocalDate> DAYS =
            Arbitraries.of(SCAN, SCAN, SCAN, SCAN.minusDays(1), TODAY.minusDays(91), TODAY.minusDays(181));

    private static final Arbitrary<String> SIZES =
            Arbitraries.of("0", "5", "9.9", "10", "12", "20", "25.1", "29.9", "30", "30.1", "60");

    private RandomCharts() {}

    static Arbitrary<List<ChartEntry>> charts() {
        return Combinators.combine(diseases(), entries().list().ofMaxSize(12))
                .as((disease, entries) ->
                        Stream.concat(Stream.of(disease), entries.stream()).toList());
    }

    private static Arbitrary<ChartEntry> diseases() {
        return Arbitraries.of(
                        Problem.Kind.HEPATOCELLULAR_CARCINOMA,
                        Problem.Kind.LIVER_METASTASES,
                        Problem.Kind.UNSPECIFIED_LIVER_CANCER,
                        Problem.Kind.LIVER_CANCER_HISTORY,
                        Problem.Kind.MALIGNANCY,
                        Problem.Kind.CIRRHOSIS)
                .map(kind -> ChartEntry.of(DISEASE, kind.name(), chart -> chart.with(kind)));
    }

    private static Arbitrary<ChartEntry> entries() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, measurements()),
                Tuple.of(3, counts()),
                Tuple.of(5, judgements()),
                Tuple.of(3, findings()),
                Tuple.of(1, treatments()),
                Tuple.of(1, others()));
    }

    private static Arbitrary<ChartEntry> measurements() {
        Arbitrary<LesionKey> keys = Arbitraries.of(
                LesionKey.identified("a"),
                LesionKey.identified("b"),
                LesionKey.identified("c"),
                LesionKey.segment("VI"),
                LesionKey.none());
        return Combinators.combine(keys, SIZES, DAYS)
                .as((key, size, day) -> new ChartEntry(
                        SIZE,
                        key + " " + size + " mm on " + day,
                        chart -> chart.measured(
                                MeasurementBuilder.of(key).size(mm(size)).on(day)),
                        chart -> chart.measured(MeasurementBuilder.of(key).on(day))));
    }

    private static Arbitrary<ChartEntry> counts() {
        return Arbitraries.oneOf(
                Arbitraries.just(ChartEntry.of(COUNT, "list complete", chart -> chart.listComplete())),
                Arbitraries.just(ChartEntry.of(COUNT, "innumerable", chart -> chart.innumerable())),
                Arbitraries.integers()
                        .between(0, 5)
                        .map(count -> ChartEntry.of(COUNT, "count " + count, chart -> chart.count(count))));
    }

    private static Arbitrary<ChartEntry> judgements() {
        return Arbitraries.oneOf(
                judged(RESECTABILITY, FactKey.RESECTABLE),
                judged(FITNESS, FactKey.FIT),
                judged(ABLATION_FEASIBILITY, FactKey.ABLATION_FEASIBLE),
                judged(SPREAD, FactKey.EXTRAHEPATIC),
                judged(SPREAD, FactKey.DISTANT_METASTASIS),
                judged(OTHER, FactKey.PREGNANT),
                Arbitraries.integers()
                        .between(0, 4)
                        .map(grade ->
                                ChartEntry.of(FITNESS, "ECOG " + grade, chart -> chart.reading(FactKey.ECOG, grade))));
    }

    private static Arbitrary<ChartEntry> judged(ChartEntry.About fact, FactKey<Judgement> key) {
        return Combinators.combine(Arbitraries.of(Judgement.class), DAYS)
                .as((judgement, day) -> ChartEntry.of(
                        fact,
                        key.name() + " " + judgement + " on " + day,
                        chart -> chart.reading(key, judgement, day)));
    }

    private static Arbitrary<ChartEntry> findings() {
        return Arbitraries.oneOf(
                Arbitraries.of(Detection.class)
                        .map(way -> ChartEntry.of(SCREENING, "found by " + way, chart -> chart.found(way))),
                Arbitraries.of(LiRads.US_2, LiRads.LR_5)
                        .map(category -> ChartEntry.of(
                                SCREENING, category.name(), chart -> chart.reading(FactKey.LI_RADS, category))),
                Arbitraries.of(PortalVein.class)
                        .map(place -> ChartEntry.of(OTHER, "portal vein " + place, chart -> chart.portalVein(place))),
                Arbitraries.of(ChildPugh.class)
                        .map(grade -> ChartEntry.of(OTHER, "Child-Pugh " + grade, chart -> chart.childPugh(grade))),
                Arbitraries.of("1", "2.1", "3.1")
                        .map(value -> ChartEntry.of(OTHER, "bilirubin " + value, chart -> chart.bilirubin(value))));
    }

    private static Arbitrary<ChartEntry> treatments() {
        return Combinators.combine(Arbitraries.of(Treatment.Kind.class), DAYS, Arbitraries.of("a", "b", ""))
                .as((kind, day, lesion) -> ChartEntry.of(OTHER, kind + " of " + lesion + " on " + day, chart -> {
                    if (lesion.isEmpty()) {
                        chart.treated(kind, day);
                    } else {
                        chart.treated(kind, day, lesion);
                    }
                }));
    }

    private static Arbitrary<ChartEntry> others() {
        return Arbitraries.oneOf(
                Arbitraries.just(ChartEntry.of(
                        SPREAD, "secondary site", chart -> chart.with(Problem.Kind.EXTRAHEPATIC_METASTASES))),
                Arbitraries.just(
                        ChartEntry.of(OTHER, "thrombosis", chart -> chart.with(Problem.Kind.PORTAL_VEIN_THROMBOSIS))),
                Arbitraries.just(
                        ChartEntry.of(OTHER, "recurrence", chart -> chart.with(Problem.Kind.LIVER_CANCER_RECURRENCE))),
                Arbitraries.of(ChartPart.class)
                        .map(part -> ChartEntry.of(OTHER, "unread " + part, chart -> chart.unread(part))));
    }
}
