package org.livercds.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;

/** A synthetic patient of a tenant: one of the project's examples under an id and a day of its own, with a full chart. */
public record LoadPatient(Tenant tenant, String id, String example, ObjectNode request) {

    /** What every id of such a patient begins with. */
    static final String PREFIX = "load-patient-";

    private static final DemoRequests EXAMPLES = examples();

    /** The first so many patients of both tenants, by turns. */
    static List<LoadPatient> first(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> Stream.of(Tenant.values()[i % 2]).map(tenant -> of(tenant, i / 2)))
                .toList();
    }

    static LoadPatient of(Tenant tenant, int number) {
        String id = PREFIX + "%03d".formatted(number);
        String example = DemoRequests.NAMES.get(tenant.example(number) % DemoRequests.NAMES.size());
        ObjectNode ready = EXAMPLES.today(example).orElseThrow();
        String former = ready.path("context").path("patientId").asText();
        String text = new String(WireJson.write(ready), StandardCharsets.UTF_8);
        ObjectNode request = read(text.replace(former, id));
        fill((ObjectNode) request.path("prefetch"), id, number);
        ObjectNode context = (ObjectNode) request.path("context");
        context.put("encounterId", "encounter-of-" + id);
        return new LoadPatient(tenant, id, example, request);
    }

    /** As a good EHR sends it. */
    public Buffer prefetched() {
        return bytes(request);
    }

    /** Some keys are to be read from the FHIR server. */
    public Buffer lacking(List<String> keys, String fhirServer) {
        ObjectNode call = request.deepCopy();
        ((ObjectNode) call.path("prefetch")).remove(keys);
        call.put("fhirServer", fhirServer);
        call.putObject("fhirAuthorization")
                .put("access_token", tenant.accessToken())
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "user/*.read")
                .put("subject", "cds-service");
        return bytes(call);
    }

    /** Another user, whose feedback does not disturb what the others see. */
    LoadPatient seenBy(String user) {
        ObjectNode call = request.deepCopy();
        ((ObjectNode) call.path("context")).put("userId", user);
        return new LoadPatient(tenant, id, example, call);
    }

    /** Of the others nothing is read from a FHIR server once their conditions are there. */
    boolean hasLiverDisease() {
        return !example.equals("no-liver-disease");
    }

    JsonNode prefetch(String key) {
        return request.path("prefetch").path(key);
    }

    /** Each patient has a number of values of its own, so that even silent answers differ. */
    private static void fill(ObjectNode prefetch, String id, int number) {
        Filler filler = new Filler(id, number);
        LocalDate today = LocalDate.now(Clock.systemUTC());
        IntStream.range(0, 45 + number % 25).forEach(i -> add(prefetch, "labs", filler.lab(i, today)));
        IntStream.range(0, 10).forEach(i -> add(prefetch, "procedures", filler.procedure(i, today)));
        IntStream.range(0, 3).forEach(i -> add(prefetch, "conditions", filler.condition(i)));
    }

    private static void add(ObjectNode prefetch, String key, ObjectNode entry) {
        ObjectNode bundle = (ObjectNode) prefetch.path(key);
        ArrayNode entries = bundle.withArray("entry");
        entries.add(entry);
        bundle.put("total", entries.size());
    }

    private static DemoRequests examples() {
        ContentFolder profiles = ContentFolder.inJar("fhir-profiles");
        return new DemoRequests(profiles, PrefetchTemplates.of(ValueSets.read(profiles)), Clock.systemUTC());
    }

    private static ObjectNode read(String text) {
        return WireJson.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Buffer bytes(ObjectNode json) {
        return Buffer.buffer(WireJson.write(json));
    }
}
