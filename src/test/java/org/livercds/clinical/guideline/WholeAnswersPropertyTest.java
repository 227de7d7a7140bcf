package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.guideline.ChartEntry.About.OTHER;
import static org.livercds.clinical.guideline.ChartEntry.About.SIZE;
import static org.livercds.clinical.patient.ChartBuilder.atLeast;
import static org.livercds.clinical.patient.ChartBuilder.lessThan;
import static org.livercds.clinical.patient.ChartBuilder.mm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.livercds.cards.Answer;
import org.livercds.cards.Contradictions;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.SizeRange;

/** Charts that nobody thought of: no answer says anything against itself. */
class WholeAnswersPropertyTest {

    private static final List<FactKey<Judgement>> JUDGED = List.of(
            FactKey.EXTRAHEPATIC_TREATABLE,
            FactKey.REFRACTORY,
            FactKey.REMNANT_ADEQUATE,
            FactKey.BILOBAR,
            FactKey.NEAR_DUCT_OR_VESSEL,
            FactKey.LESION_NEAR_DUCT_OR_VESSEL,
            FactKey.TRANSPLANT_CANDIDATE);

    private static final List<Optional<LocalDate>> DAYS = List.of(
            Optional.of(ChartBuilder.SCAN),
            Optional.of(ChartBuilder.SCAN),
            Optional.of(ChartBuilder.TODAY.minusDays(200)),
            Optional.of(ChartBuilder.TODAY.plusDays(1)),
            Optional.empty());

    @Property(tries = 500)
    void no_answer_contradicts_itself(@ForAll("charts") List<ChartEntry> entries) {
        Answer answer =
                Answer.about(entries.toString(), ChartEntry.chart(entries).chart());
        assertEquals(
                "",
                Contradictions.all()
                        .flatMap(check -> check.of(answer))
                        .findFirst()
                        .orElse(""));
    }

    @Provide
    Arbitrary<List<ChartEntry>> charts() {
        return Combinators.combine(RandomCharts.charts(), more().list().ofMaxSize(6))
                .as((chart, more) ->
                        Stream.concat(chart.stream(), more.stream()).toList());
    }

    private static Arbitrary<ChartEntry> more() {
        return Arbitraries.oneOf(judgements(), sizes(), people(), liver());
    }

    private static Arbitrary<ChartEntry> judgements() {
        return Combinators.combine(Arbitraries.of(JUDGED), Arbitraries.of(Judgement.class), Arbitraries.of(DAYS))
                .as((fact, judgement, day) -> ChartEntry.of(
                        OTHER,
                        fact.name() + " " + judgement + " on " + day,
                        chart -> chart.reading(fact, Optional.of(judgement), day.map(ChartDate::of))));
    }

    private static Arbitrary<ChartEntry> sizes() {
        List<SizeRange> sizes = List.of(
                lessThan("30"),
                lessThan("10"),
                atLeast("12"),
                atLeast("30"),
                mm("12", "28"),
                mm("28", "36"),
                mm("5", "10"));
        return Combinators.combine(Arbitraries.of("a", "b", "d"), Arbitraries.of(sizes))
                .as((lesion, size) -> ChartEntry.of(SIZE, lesion + " " + size, chart -> chart.lesion(lesion, size)));
    }

    private static Arbitrary<ChartEntry> people() {
        return Arbitraries.of(
                ChartEntry.of(OTHER, "woman", chart -> chart.woman(40)),
                ChartEntry.of(OTHER, "child", chart -> chart.aged(12)),
                ChartEntry.of(OTHER, "allergy", chart -> chart.contrastAllergy()),
                ChartEntry.of(
                        OTHER,
                        "suspected",
                        chart -> chart.with(Problem.Kind.HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED)),
                ChartEntry.of(OTHER, "unmeasured", chart -> chart.unmeasuredLesion("d")));
    }

    private static Arbitrary<ChartEntry> liver() {
        return Arbitraries.of(
                        Problem.Kind.CIRRHOSIS,
                        Problem.Kind.CIRRHOSIS,
                        Problem.Kind.PORTAL_HYPERTENSION,
                        Problem.Kind.TRANSPLANTED_LIVER,
                        Problem.Kind.LIVER_CANCER_SPREAD,
                        Problem.Kind.CHOLANGIOCARCINOMA)
                .map(kind -> ChartEntry.of(OTHER, kind.name(), chart -> chart.with(kind)));
    }
}
