package org.livercds.vignettes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.Answer;
import org.livercds.cards.Check;
import org.livercds.cards.Contradictions;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.KeyState;
import org.livercds.fhir.PrefetchKey;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.fhir.ReadChart;
import org.livercds.vignettes.Vignette.Style;

/** Every worked case in both styles, whole and without each thing in it: no answer says anything against itself. */
class WholeAnswersTest {

    private static final ValueSets VALUE_SETS = ValueSets.read(ContentFolder.inJar("fhir-profiles"));
    private static final ChartReader READER =
            new ChartReader(VALUE_SETS, ZoneOffset.UTC, List.of("urn:livercds:lesion"));
    private static final Map<String, String> TEMPLATES = PrefetchTemplates.of(VALUE_SETS);

    private static final Map<Check, List<String>> COMPLAINTS = new ConcurrentHashMap<>();
    private static final List<String> GAINS = new CopyOnWriteArrayList<>();
    private static final Set<SpokeAgainst> REASONS = ConcurrentHashMap.newKeySet();
    private static final Set<Integer> DISTINCT = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger ANSWERS = new AtomicInteger();

    @BeforeAll
    static void ask() {
        Vignette.all().parallelStream()
                .forEach(vignette -> Stream.of(Style.values()).forEach(style -> ask(vignette, style)));
    }

    static Stream<Check> checks() {
        return Contradictions.all();
    }

    @Test
    void there_are_thousands() {
        assertTrue(ANSWERS.get() > 3000, ANSWERS.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void it_holds_for_every_answer(Check check) {
        List<String> complaints = COMPLAINTS.getOrDefault(check, List.of());
        assertEquals(
                0, complaints.size(), () -> String.join("\n", complaints.subList(0, Math.min(3, complaints.size()))));
    }

    @Test
    void nothing_is_newly_recommended_without_a_thing_that_did_not_speak_against_it() {
        assertEquals(0, GAINS.size(), () -> GAINS.get(0));
    }

    /** A reason that no case needs would only hide mistakes. */
    @Test
    void every_reason_is_needed() {
        assertEquals(EnumSet.allOf(SpokeAgainst.class), EnumSet.copyOf(REASONS));
    }

    /** Many things may be removed without any change of the answer; it is looked at once. */
    private static void check(Answer answer) {
        ANSWERS.incrementAndGet();
        if (!DISTINCT.add(Objects.hash(answer.advice(), answer.cards()))) {
            return;
        }
        Contradictions.all()
                .forEach(check -> check.of(answer)
                        .forEach(complaint -> COMPLAINTS
                                .computeIfAbsent(check, any -> new CopyOnWriteArrayList<>())
                                .add(complaint)));
    }

    private static void ask(Vignette vignette, Style style) {
        List<Removal> removals = Removal.from(
                        VignetteChart.of(vignette, style), TEMPLATES, resource -> isOfStyle(style, resource))
                .toList();
        Answer whole = answer(vignette, style, removals.get(0)).orElseThrow();
        check(whole);
        removals.stream()
                .skip(1)
                .forEach(removal -> answer(vignette, style, removal).ifPresent(less -> {
                    check(less);
                    SpokeAgainst.losses(whole, less, removal.references()).forEach(loss -> note(loss, removal));
                }));
    }

    /** All but the measurements are the same in both styles. */
    private static boolean isOfStyle(Style style, JsonNode resource) {
        return style == Style.MCODE || resource.has("bodySite");
    }

    /** Where a key is not there nothing may gain at all, but for a child whose age it told. */
    private static void note(SpokeAgainst.Loss loss, Removal removal) {
        Optional<SpokeAgainst> reason =
                loss.reason().filter(one -> removal.kind() != Removal.Kind.KEY || one == SpokeAgainst.PATIENT);
        reason.ifPresentOrElse(
                REASONS::add,
                () -> GAINS.add(loss.id() + " is recommended without "
                        + removal.what() + "\nwith it: " + loss.before().answer() + "\nwithout it: "
                        + loss.after().answer()));
    }

    /** Nothing where the conditions cannot be had: then no answer is given. */
    private static Optional<Answer> answer(Vignette vignette, Style style, Removal removal) {
        ReadChart read = READER.read("p", Optional.empty(), removal.prefetch(), vignette.asOf());
        KeyState conditions = read.ledger().state(PrefetchKey.CONDITIONS);
        if (!conditions.isComplete() && conditions != KeyState.PARTIAL) {
            return Optional.empty();
        }
        LiverChart chart = LiverChart.of(read.entries(), Limits.standard());
        return Optional.of(Answer.about(vignette + " " + style + " without " + removal.what(), chart));
    }
}
