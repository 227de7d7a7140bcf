package org.livercds.service;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.audit.Trails;
import org.livercds.cards.CardRules;
import org.livercds.cards.ShippedCards;
import org.livercds.clinical.patient.Limits;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.Networks;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/**
 * Every node of every example request dropped, emptied or made something else: an answer or a refusal, never a failure,
 * and never a firmer word than the undamaged request got.
 */
class MutatedRequestTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ContentFolder PROFILES = ContentFolder.inJar("fhir-profiles");
    private static final ValueSets VALUE_SETS = ValueSets.read(PROFILES);
    private static final Clock DAY_OF_THE_EXAMPLES =
            Clock.fixed(LocalDate.of(2026, 11, 20).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final DemoRequests REQUESTS =
            new DemoRequests(PROFILES, PrefetchTemplates.of(VALUE_SETS), DAY_OF_THE_EXAMPLES);
    private static final PatientViewService SERVICE = new PatientViewService(
            new Descriptions(VALUE_SETS),
            new Charts(gatherer(), Trails.off()),
            ShippedCards.writer(),
            Limits.standard(),
            DAY_OF_THE_EXAMPLES);

    private static ChartGatherer gatherer() {
        return new ChartGatherer(
                new ChartReader(VALUE_SETS, ZoneOffset.UTC, List.of("urn:livercds:lesion")),
                VALUE_SETS,
                Limits.standard(),
                new Networks(Networks.Network.of("test", List.of(), List.of(), Duration.ofSeconds(1)), Map.of()),
                Vertx.vertx(),
                WireJson::readObject);
    }

    private static final List<JsonNode> REPLACEMENTS =
            List.of(NODES.nullNode(), NODES.textNode("x"), NODES.numberNode(7), NODES.objectNode(), NODES.arrayNode());

    static List<String> names() {
        return DemoRequests.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_damage_makes_the_service_fail_or_speak_more_firmly(String name) {
        ObjectNode request = REQUESTS.unshifted(name).orElseThrow();
        Set<String> firm = firm(answer(request));
        Set<String> firmer = new TreeSet<>();
        List<String> places = new ArrayList<>();
        collect(request, "", places);
        assertTrue(places.size() > 50);
        for (String place : places) {
            for (int i = -1; i < REPLACEMENTS.size(); i++) {
                ObjectNode damaged = request.deepCopy();
                damage(damaged, place, i);
                Set<String> now = firm(answer(damaged));
                if (!firm.containsAll(now) && !isAnotherFact(place, request.at(place), i)) {
                    firmer.add(place + (i < 0 ? " dropped" : " = " + REPLACEMENTS.get(i)) + " " + now);
                }
            }
        }
        assertEquals(Set.of(), firmer);
    }

    /** Another number, another code, and null for a whole key are other facts, and no damage. */
    private static boolean isAnotherFact(String place, JsonNode node, int replacement) {
        JsonNode by = replacement < 0 ? NODES.missingNode() : REPLACEMENTS.get(replacement);
        boolean number = node.isNumber() && by.isNumber();
        boolean code = place.contains("/code/coding/") && node.isTextual() && by.isTextual();
        boolean none = by.isNull() && place.matches("/prefetch/\\w+");
        return number || code || none;
    }

    private static Evaluation answer(ObjectNode request) {
        try {
            HookResponse answer = SERVICE.answer(WireJson.readRequest(WireJson.write(request)), Caller.UNKNOWN);
            CardRules.check(answer.cards());
            return answer.extension().evaluation();
        } catch (RefusedException refused) {
            assertTrue(refused.refusal().status() < 500);
            return null;
        }
    }

    private static Set<String> firm(Evaluation evaluation) {
        return evaluation == null
                ? Set.of()
                : evaluation.recommendations().stream()
                        .filter(offer -> offer.status().equals("recommended"))
                        .map(Evaluation.Offer::topic)
                        .collect(toSet());
    }

    /** JSON pointers of all nodes below the root. */
    private static void collect(JsonNode node, String pointer, List<String> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                String place = pointer + "/" + member.getKey();
                places.add(place);
                collect(member.getValue(), place, places);
            });
        }
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            places.add(pointer + "/" + i);
            collect(node.get(i), pointer + "/" + i, places);
        }
    }

    private static void damage(ObjectNode request, String place, int replacement) {
        int last = place.lastIndexOf('/');
        JsonNode parent = request.at(place.substring(0, last));
        String name = place.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.remove(name);
            if (replacement >= 0) {
                object.set(name, REPLACEMENTS.get(replacement).deepCopy());
            }
        } else if (replacement < 0) {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        } else {
            ((ArrayNode) parent)
                    .set(Integer.parseInt(name), REPLACEMENTS.get(replacement).deepCopy());
        }
    }
}
