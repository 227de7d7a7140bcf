package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/** Hook requests made from the synthetic patients: their Bundles answer the service's own prefetch queries. */
@Singleton
public final class DemoRequests {

    /** The synthetic patients, each a Bundle of {@code fhir-profiles/examples}. */
    public static final List<String> NAMES = List.of(
            "screening-lesion-0.8-cm",
            "screening-lesion-1.0-cm",
            "three-metastases-under-3-cm",
            "four-metastases",
            "metastasis-3.0-cm",
            "metastases-mm-beside-cm",
            "unresectable-liver-only-hcc",
            "unresectable-liver-only-metastases",
            "hcc-with-lung-metastasis",
            "metastasis-size-missing",
            "hcc-treated-after-measuring",
            "no-liver-disease",
            "hcc-over-two-years");

    private static final String AS_OF = "https://livercds.org/fhir/CodeSystem/as-of";
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T.*)?");

    private final ContentFolder folder;
    private final Map<String, String> templates;
    private final Clock clock;

    @Inject
    DemoRequests(LiverCdsConfig config, ValueSets valueSets, Clock clock) {
        this(Content.profiles(config), PrefetchTemplates.of(valueSets), clock);
    }

    /** @param templates by which the request is made */
    public DemoRequests(ContentFolder folder, Map<String, String> templates, Clock clock) {
        this.folder = folder;
        this.templates = templates;
        this.clock = clock;
    }

    /** The synthetic patients in the order of their names. */
    public List<DemoPatient> patients() {
        return NAMES.stream()
                .map(name -> DemoPatient.of(name, bundle(name).orElseThrow()))
                .toList();
    }

    /** A request about the chart that a Bundle holds, its dates as they stand there. */
    public ObjectNode about(ObjectNode bundle) {
        String patientId = BundlePrefetch.patientId(bundle);
        if (patientId.isEmpty()) {
            throw new RefusedException(Refusal.NOT_A_CHART);
        }
        return request("", bundle);
    }

    /** As if the day that the example is meant for were today. */
    public Optional<ObjectNode> today(String name) {
        return bundle(name).map(bundle -> {
            long days = ChronoUnit.DAYS.between(asOf(bundle), LocalDate.now(clock));
            return (ObjectNode) shifted(request(name, bundle), days);
        });
    }

    /** The same patient, and a draft of an order for a hook that looks at orders. */
    public Optional<ObjectNode> ordering(String name, String order, String hook) {
        return today(name)
                .flatMap(request -> draft(order).map(draft -> {
                    ObjectNode context = (ObjectNode) request.path("context");
                    String patient = "Patient/" + context.path("patientId").asText();
                    ((ObjectNode) draft.path("subject")).put("reference", patient);
                    request.put("hook", hook);
                    context.putObject("draftOrders")
                            .put("resourceType", "Bundle")
                            .put("type", "collection")
                            .putArray("entry")
                            .addObject()
                            .set("resource", draft);
                    String reference = draft.path("resourceType").asText() + "/" + order;
                    if (hook.equals("order-select")) {
                        context.putArray("selections").add(reference);
                    }
                    return request;
                }));
    }

    /** The drafts themselves. */
    public List<ObjectNode> draftOrders() {
        return drafts().toList();
    }

    /** The names of the drafts. */
    public List<String> orders() {
        return drafts().map(draft -> draft.path("id").asText()).toList();
    }

    /** With the dates as they stand in the example. */
    public Optional<ObjectNode> unshifted(String name) {
        return bundle(name).map(bundle -> request(name, bundle));
    }

    /** The day that the example is meant for. */
    public static LocalDate asOf(ObjectNode bundle) {
        return LocalDate.parse(dayTag(bundle).path("code").asText());
    }

    /** The tag that names the day and says what the example shows. */
    static JsonNode dayTag(ObjectNode bundle) {
        for (JsonNode tag : bundle.path("meta").path("tag")) {
            if (tag.path("system").asText().equals(AS_OF)) {
                return tag;
            }
        }
        throw new IllegalStateException("An example without the day that it is meant for");
    }

    private Optional<ObjectNode> draft(String order) {
        return drafts().filter(draft -> draft.path("id").asText().equals(order)).findFirst();
    }

    private Stream<ObjectNode> drafts() {
        byte[] json = folder.read("examples/Bundle-draft-orders.json").getBytes(StandardCharsets.UTF_8);
        return StreamSupport.stream(WireJson.readObject(json).path("entry").spliterator(), false)
                .map(entry -> (ObjectNode) entry.path("resource"));
    }

    /** The chart itself, with the dates as they stand in the example. */
    public Optional<ObjectNode> bundle(String name) {
        return Optional.of(name)
                .filter(NAMES::contains)
                .map(known -> folder.read("examples/Bundle-" + known + ".json"))
                .map(text -> WireJson.readObject(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode request(String name, ObjectNode bundle) {
        String patientId = BundlePrefetch.patientId(bundle);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("hook", "patient-view");
        request.put("hookInstance", "00000000-0000-4000-8000-%012d".formatted(NAMES.indexOf(name) + 1));
        request.putObject("context").put("userId", "Practitioner/example").put("patientId", patientId);
        request.set("prefetch", BundlePrefetch.of(bundle, templates));
        return request;
    }

    private static JsonNode shifted(JsonNode node, long days) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(shifted(entry.getValue(), days)));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shifted(array.get(i), days));
            }
            return array;
        }
        Matcher day = DAY.matcher(node.isTextual() ? node.asText() : "");
        if (!day.matches()) {
            return node;
        }
        String time = day.group(2) == null ? "" : day.group(2);
        return JsonNodeFactory.instance.textNode(LocalDate.parse(day.group(1)).plusDays(days) + time);
    }
}
