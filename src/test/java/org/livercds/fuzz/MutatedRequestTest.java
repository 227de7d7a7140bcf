package org.livercds.fuzz;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.OperationOutcome;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.PlainServices;

/**
 * Every field of every example request dropped, emptied, made something else, doubled, cut, scaled, exchanged: an answer
 * or a refusal, never a failure, nothing of the request in it, and never a recommendation that the undamaged request did
 * not have, unless an {@link Excuse} says why. A sample of them; with {@code -Dmutants=all} all of them, in minutes.
 */
class MutatedRequestTest {

    private static final boolean ALL = "all".equals(System.getProperty("mutants"));

    /** One in so many is tried of those that are not tried anyway. */
    private static final int ONE_IN = 40;

    private static final int SHORTEST_ECHO = 5;
    private static final List<ExampleRequest> EXAMPLES = ExampleRequest.all();

    private record Mutant(ExampleRequest example, Mutation mutation) {

        int chance() {
            return (example + mutation.toString()).hashCode() & Integer.MAX_VALUE;
        }

        @Override
        public String toString() {
            return example + ": " + mutation;
        }
    }

    @Test
    void no_damage_makes_a_service_fail_or_tell_or_recommend_more(TestReporter report) {
        Map<ExampleRequest, Set<String>> firm = new HashMap<>();
        EXAMPLES.forEach(example -> firm.put(example, recommended(example, WireJson.write(example.body()))));
        Set<String> more = new TreeSet<>();
        List<Mutant> mutants = mutants();
        int excused = 0;
        for (Mutant mutant : mutants) {
            Set<String> now = recommended(mutant);
            now.removeAll(firm.get(mutant.example()));
            boolean excuse = Excuse.holds(mutant.example(), mutant.mutation(), now);
            excused += !now.isEmpty() && excuse ? 1 : 0;
            if (!now.isEmpty() && !excuse) {
                more.add(mutant + " " + now);
            }
        }
        report.publishEntry("mutants", mutants.size() + ", excused " + excused);
        assertEquals(Set.of(), more);
        assertTrue(mutants.size() > 8_000, "mutants: " + mutants.size());
    }

    /** Every change that an excuse names makes a difference, so that none stands there for nothing. */
    @ParameterizedTest
    @EnumSource
    void every_excuse_is_needed(Excuse excuse) {
        List<Mutant> named = EXAMPLES.stream()
                .filter(example -> example.order().isEmpty())
                .flatMap(example -> Mutations.of(example.body())
                        .filter(mutation -> excuse.isAbout(example, mutation))
                        .map(mutation -> new Mutant(example, mutation)))
                .toList();
        assertFalse(named.isEmpty());
        for (Mutant mutant : named) {
            Set<String> now = recommended(mutant);
            now.removeAll(recommended(
                    mutant.example(), WireJson.write(mutant.example().body())));
            assertEquals(Set.of(excuse.topic()), now, mutant::toString);
        }
    }

    /** Of each kind of change at each kind of place one, and some of the others. */
    private static List<Mutant> mutants() {
        Map<String, Mutant> ofGroup = new HashMap<>();
        List<Mutant> others = new ArrayList<>();
        for (ExampleRequest example : EXAMPLES) {
            Mutations.of(example.body()).forEach(mutation -> {
                Mutant mutant = new Mutant(example, mutation);
                ofGroup.merge(mutation.group(), mutant, (one, two) -> one.chance() <= two.chance() ? one : two);
                if (ALL || mutant.chance() % ONE_IN == 0) {
                    others.add(mutant);
                }
            });
        }
        return Stream.concat(others.stream(), ALL ? Stream.of() : ofGroup.values().stream())
                .distinct()
                .toList();
    }

    private static Set<String> recommended(Mutant mutant) {
        byte[] body = mutant.mutation().body().apply(mutant.example().body());
        try {
            return recommended(mutant.example(), body);
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(mutant + " " + failure, failure);
        }
    }

    private static Set<String> recommended(ExampleRequest example, byte[] body) {
        try {
            HookResponse answer = PlainServices.answer(example.hook(), body);
            CardRules.check(answer.cards());
            assertTellsNothing(text(answer).replaceAll("\"reference\":\"[^\"]*\"", ""), Stream.of());
            return answer.extension().evaluation().recommendations().stream()
                    .filter(offer -> offer.status().equals("recommended"))
                    .map(Evaluation.Offer::topic)
                    .collect(toCollection(TreeSet::new));
        } catch (RefusedException refused) {
            assertTrue(refused.refusal().status() < 500);
            assertEquals(0, refused.getStackTrace().length);
            assertNull(refused.getCause());
            assertTellsNothing(text(OperationOutcome.of(refused)), Places.texts(example.body()));
            return new TreeSet<>();
        }
    }

    private static void assertTellsNothing(String answer, Stream<String> ofRequest) {
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("zq4711"), answer);
        Set<String> told = ofRequest
                .filter(text -> text.length() >= SHORTEST_ECHO && answer.contains(text))
                .collect(toSet());
        assertEquals(Set.of(), told);
    }

    private static String text(Object answer) {
        return new String(WireJson.write(answer), StandardCharsets.UTF_8);
    }
}
