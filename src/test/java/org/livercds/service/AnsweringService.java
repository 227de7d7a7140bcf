package org.livercds.service;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.livercds.audit.Trails;
import org.livercds.cards.ShippedCards;
import org.livercds.clinical.patient.Limits;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ChartReader;
import org.livercds.fhir.DraftOrders;
import org.livercds.fhir.Networks;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.OperationOutcome;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/** The service without HTTP, on the day of the examples: the cards, and the explanation of them. */
final class AnsweringService {

    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Clock clock =
            Clock.fixed(LocalDate.of(2026, 11, 20).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private final ContentFolder profiles = ContentFolder.inJar("fhir-profiles");
    private final ValueSets valueSets = ValueSets.read(profiles);
    private final DemoRequests requests = new DemoRequests(profiles, PrefetchTemplates.of(valueSets), clock);
    private final Charts charts = new Charts(
            new ChartGatherer(
                    new ChartReader(valueSets, ZoneOffset.UTC, List.of("urn:livercds:lesion")),
                    valueSets,
                    Limits.standard(),
                    new Networks(Networks.Network.of("test", List.of(), List.of(), Duration.ofSeconds(1)), Map.of()),
                    Vertx.vertx(),
                    WireJson::readObject,
                    new Turns(2)),
            Trails.off());
    private final Evaluations evaluations = new Evaluations(ContentVersion.released());
    private final PatientViewService service = new PatientViewService(
            new Descriptions(valueSets, ContentVersion.released(), ""),
            charts,
            ShippedCards.writers(),
            Repeats.none(),
            Limits.standard(),
            evaluations,
            clock);
    private final ExplainService explain = new ExplainService(
            new ServiceRegistry(List.of(service)),
            new DraftOrders(valueSets),
            charts,
            ShippedCards.catalogues(),
            Limits.standard(),
            evaluations,
            clock);

    ObjectNode request(String name) {
        return requests.unshifted(name).orElseThrow();
    }

    /** What the service and its explanation say, or the refusals. */
    List<byte[]> answers(HookRequest call) {
        List<byte[]> answers = new ArrayList<>();
        for (Answering answering : List.<Answering>of(
                same -> service.answer(same, Caller.UNKNOWN).response(),
                same -> explain.explain(service.id(), same, Caller.UNKNOWN))) {
            try {
                answers.add(WireJson.write(answering.answer(call)));
            } catch (RefusedException refused) {
                answers.add(WireJson.write(OperationOutcome.of(refused)));
            }
        }
        return answers;
    }

    private interface Answering {
        Object answer(HookRequest call);
    }

    static byte[] escaped(ObjectNode request) {
        try {
            return ESCAPING.writeValueAsBytes(request);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String visible(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : String.valueOf((char) c))
                .collect(joining());
    }
}
