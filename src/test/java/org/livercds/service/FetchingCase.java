package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.livercds.audit.Trails;
import org.livercds.cards.CardRules;
import org.livercds.cards.CardWriters;
import org.livercds.cards.ShippedCards;
import org.livercds.clinical.patient.Limits;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.Networks;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Card;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/** The service without HTTP in front of it, and with a real FHIR server behind it. */
abstract class FetchingCase {

    static final ContentFolder PROFILES = ContentFolder.inJar("fhir-profiles");
    static final ValueSets VALUE_SETS = ValueSets.read(PROFILES);
    static final Map<String, String> TEMPLATES = PrefetchTemplates.of(VALUE_SETS);
    static final Clock DAY_OF_THE_EXAMPLES =
            Clock.fixed(LocalDate.of(2026, 11, 20).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    static final DemoRequests REQUESTS = new DemoRequests(PROFILES, TEMPLATES, DAY_OF_THE_EXAMPLES);

    private static final Vertx VERTX = Vertx.vertx();
    private static final CardWriters CARDS = ShippedCards.writers();

    private ChartGatherer gatherer;

    @AfterEach
    void closeClient() {
        if (gatherer != null) {
            gatherer.close();
        }
    }

    final PatientViewService service(Duration deadline, String... allowed) {
        closeClient();
        gatherer = new ChartGatherer(
                new ChartReader(VALUE_SETS, ZoneOffset.UTC, List.of("urn:livercds:lesion")),
                VALUE_SETS,
                Limits.standard(),
                new Networks(Networks.Network.of("test", List.of(allowed), List.of(), deadline), Map.of()),
                VERTX,
                WireJson::readObject,
                new Turns(2));
        return new PatientViewService(
                new Descriptions(VALUE_SETS, ContentVersion.released(), ""),
                new Charts(gatherer, Trails.off()),
                CARDS,
                Repeats.none(),
                Limits.standard(),
                new Evaluations(ContentVersion.released()),
                DAY_OF_THE_EXAMPLES);
    }

    static ObjectNode request(String example) {
        return REQUESTS.unshifted(example).orElseThrow();
    }

    static ObjectNode from(ObjectNode request, String server) {
        request.put("fhirServer", server);
        return request;
    }

    static ObjectNode authorized(ObjectNode request, String token, String scope) {
        request.putObject("fhirAuthorization")
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", scope)
                .put("subject", "liver-cds");
        return request;
    }

    static ObjectNode without(ObjectNode request, String... keys) {
        ((ObjectNode) request.get("prefetch")).remove(List.of(keys));
        return request;
    }

    static ObjectNode withoutPrefetch(ObjectNode request) {
        request.remove("prefetch");
        return request;
    }

    static HookResponse answer(PatientViewService service, ObjectNode request) {
        HookResponse response = service.answer(WireJson.readRequest(WireJson.write(request)), Caller.UNKNOWN)
                .response();
        CardRules.check(response.cards());
        return response;
    }

    static RefusedException refused(PatientViewService service, ObjectNode request) {
        try {
            answer(service, request);
        } catch (RefusedException refused) {
            return refused;
        }
        throw new AssertionError("an answer");
    }

    static Evaluation evaluation(HookResponse response) {
        return response.extension().evaluation();
    }

    /** What a clinician sees of the cards; ids differ from answer to answer. */
    static List<List<String>> seen(HookResponse response) {
        return response.cards().stream()
                .map(card -> List.of(card.indicator(), card.summary(), card.detail()))
                .toList();
    }

    static String checkFirst(HookResponse response) {
        return response.cards().stream()
                .filter(card -> card.source().topic().code().equals("checkFirst"))
                .map(Card::detail)
                .findFirst()
                .orElse("");
    }

    static Evaluation.KeyReport report(HookResponse response, String key) {
        return evaluation(response).data().stream()
                .filter(report -> report.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The resources of an example of one type, as a search would give them. */
    static String searchset(String example, String... types) {
        ObjectNode request = request(example);
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset");
        var entries = bundle.putArray("entry");
        for (JsonNode value : request.get("prefetch")) {
            StreamSupport.stream(value.path("entry").spliterator(), false)
                    .filter(entry -> List.of(types)
                            .contains(
                                    entry.path("resource").path("resourceType").asText()))
                    .forEach(entries::add);
        }
        bundle.put("total", entries.size());
        return bundle.toString();
    }
}
