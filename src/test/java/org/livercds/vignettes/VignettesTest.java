package org.livercds.vignettes;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.Call;
import org.livercds.cards.CardRules;
import org.livercds.cards.CardWriter;
import org.livercds.cards.SetAside;
import org.livercds.cards.ShippedCards;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.fhir.ReadChart;
import org.livercds.service.BundlePrefetch;
import org.livercds.vignettes.Vignette.Style;

/**
 * The worked cases, through FHIR resources in both styles. What is expected of rules, cautions and data that the service
 * does not know yet is passed over, and counts from the day on which it does.
 */
class VignettesTest {

    private static final ValueSets VALUE_SETS = ValueSets.read(ContentFolder.inJar("fhir-profiles"));
    private static final ChartReader READER =
            new ChartReader(VALUE_SETS, ZoneOffset.UTC, List.of("urn:livercds:lesion"));
    private static final Map<String, String> TEMPLATES = PrefetchTemplates.of(VALUE_SETS);

    private static final CardWriter WRITER = ShippedCards.writer();

    static Stream<Arguments> cases() {
        return Vignette.all().stream()
                .flatMap(vignette -> Stream.of(Style.values()).map(style -> Arguments.of(vignette, style)));
    }

    @Test
    void there_are_many_cases() {
        assertTrue(Vignette.all().size() >= 60);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void each_case_gets_what_it_should(Vignette vignette, Style style) {
        Advice advice = advise(vignette, style);
        List<String> rules = advice.recommendations().stream()
                .map(recommendation -> recommendation.id().rule())
                .toList();
        if (vignette.expect().path("primary").isNull()) {
            assertEquals(List.of(), rules);
            assertTrue(advice.silence().isPresent());
            return;
        }
        Recommendation first = advice.recommendations().get(0);
        assertEquals(vignette.expect().path("primary").asText(), first.id().rule());
        assertEquals(vignette.expect().path("status").asText(), first.status().code());
        assertTrue(rules.containsAll(vignette.expected("others")), () -> "offered only " + rules);
        assertEquals(vignette.expected("cautions"), cautions(advice));
        assertEquals(vignette.expected("missing"), missing(advice));
        for (String never : vignette.expected("must_not")) {
            assertFalse(rules.contains(never), never);
            assertFalse(cautions(advice).contains(never), never);
        }
    }

    /** The chart of every case in every style. */
    static Stream<LiverChart> charts() {
        return Vignette.all().stream()
                .flatMap(vignette -> Stream.of(Style.values()).map(style -> chart(vignette, style)));
    }

    private static Advice advise(Vignette vignette, Style style) {
        LiverChart chart = chart(vignette, style);
        Advice advice = LiverCancerGuideline.advise(chart);
        CardRules.check(WRITER.write(advice, chart, Set.of(), new Call(0, "p1", SetAside.NOTHING))
                .cards());
        return advice;
    }

    private static LiverChart chart(Vignette vignette, Style style) {
        ObjectNode prefetch = BundlePrefetch.of(VignetteChart.of(vignette, style), TEMPLATES);
        ReadChart read = READER.read("p", Optional.empty(), prefetch, vignette.asOf());
        assertTrue(read.ledger().isComplete(), () -> read.ledger().toString());
        return LiverChart.of(read.entries(), Limits.standard());
    }

    private static Set<String> cautions(Advice advice) {
        return advice.cautions().stream().map(caution -> caution.id().code()).collect(toSet());
    }

    private static Set<String> missing(Advice advice) {
        return advice.missing().stream().map(asked -> asked.id().code()).collect(toSet());
    }
}
