package org.livercds.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Card;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.OperationOutcome;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.WireJson;
import org.livercds.service.CdsService;
import org.livercds.service.DemoRequests;
import org.livercds.service.ExplainService;
import org.livercds.service.ServiceRegistry;
import org.livercds.service.SourceAttributePages;

/**
 * Fills the description of the interface with examples when it is first asked for: the demo requests of that day, the
 * services' own answers to them, and every refusal. None of them is a copy that could drift.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public final class ApiExamples implements OASFilter {

    private static final String OK = "200";
    private static final String JSON = "application/json";
    private static final String WITHOUT_ORDER = "patient-view";
    private static final String PATIENT = "three-metastases-under-3-cm";

    private record Order(String patient, String name) {}

    /** Two that do not fit, one that does, one without liver disease, one that is not about the liver. */
    private static final List<Order> ORDERS = List.of(
            new Order("four-metastases", "ablation"),
            new Order("hcc-with-lung-metastasis", "embolization"),
            new Order(PATIENT, "ablation"),
            new Order("no-liver-disease", "ablation"),
            new Order("four-metastases", "chestCt"));

    private final DemoRequests requests =
            Arc.container().instance(DemoRequests.class).get();
    private final ExplainService explanations =
            Arc.container().instance(ExplainService.class).get();
    private final SourceAttributePages attributes =
            Arc.container().instance(SourceAttributePages.class).get();
    private final ServiceRegistry services =
            Arc.container().instance(ServiceRegistry.class).get();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        services.all().forEach(service -> calls(api, service));
        give(get(api, "/cds-services"), Map.of("services", services.discovery()));
        give(get(api, "/feedback/summary"), Map.of("one-topic", FeedbackExamples.summary()));
        give(get(api, "/demo/requests"), Map.of("patients", DemoRequests.NAMES));
        give(
                get(api, "/demo/requests/{name}"),
                Map.of(PATIENT, requestsOf(WITHOUT_ORDER).get(PATIENT)));
        give(
                get(api, "/demo/requests/{name}/{hook}/{order}"),
                Map.of(
                        "ablation",
                        requests.ordering(PATIENT, "ablation", "order-sign").orElseThrow()));
        give(get(api, "/demo/patients"), Map.of("patients", requests.patients()));
        give(get(api, "/demo/orders"), Map.of("orders", requests.draftOrders()));
        bundle(api.getPaths().getPathItem("/demo/bundle").getPOST());
        names(api, "name", DemoRequests.NAMES);
        names(api, "order", requests.orders());
        api.getComponents().getResponses().forEach((status, refused) -> {
            if (refused.getContent() != null) {
                show(refused.getContent(), refusals(status));
            }
        });
    }

    private void calls(OpenAPI api, CdsService service) {
        give(
                get(api, "/cds-services/" + service.id() + "/source-attributes"),
                Map.of(service.id(), attributes.of(service)));
        String hook = service.description().hook();
        answer(
                api.getPaths().getPathItem("/cds-services/" + service.id()).getPOST(),
                hook,
                request -> attributes
                        .on(service.answer(request, Caller.UNKNOWN), service, Caller.UNKNOWN)
                        .response());
        answer(
                api.getPaths().getPathItem("/explain/" + service.id()).getPOST(),
                hook,
                request -> explanations.explain(service.id(), request, Caller.UNKNOWN));
        feedback(
                api.getPaths()
                        .getPathItem("/cds-services/" + service.id() + "/feedback")
                        .getPOST(),
                service);
    }

    private void feedback(Operation told, CdsService service) {
        ObjectNode request = requestsOf(service.description().hook()).values().stream()
                .filter(one -> !answered(service, one).cards().isEmpty())
                .findFirst()
                .orElseThrow();
        List<Card> cards = answered(service, request).cards();
        show(told.getRequestBody().getContent(), FeedbackExamples.about(cards.get(0)));
    }

    private static HookResponse answered(CdsService service, ObjectNode request) {
        return service.answer(WireJson.readRequest(WireJson.write(request)), Caller.UNKNOWN)
                .response();
    }

    private void bundle(Operation made) {
        ObjectNode chart = requests.bundle(PATIENT).orElseThrow();
        show(made.getRequestBody().getContent(), Map.of(PATIENT, chart));
        give(made, Map.of(PATIENT, requests.about(chart)));
    }

    private void answer(Operation call, String hook, Function<HookRequest, Object> answering) {
        Map<String, ObjectNode> asked = requestsOf(hook);
        Map<String, Object> answers = new LinkedHashMap<>();
        asked.forEach(
                (name, request) -> answers.put(name, answering.apply(WireJson.readRequest(WireJson.write(request)))));
        show(call.getRequestBody().getContent(), asked);
        give(call, answers);
    }

    private Map<String, ObjectNode> requestsOf(String hook) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        if (hook.equals(WITHOUT_ORDER)) {
            DemoRequests.NAMES.forEach(
                    name -> all.put(name, requests.today(name).orElseThrow()));
        } else {
            ORDERS.forEach(order -> all.put(
                    order.name() + "-for-" + order.patient(),
                    requests.ordering(order.patient(), order.name(), hook).orElseThrow()));
        }
        return all;
    }

    private static Map<String, OperationOutcome> refusals(String status) {
        Map<String, OperationOutcome> all = new LinkedHashMap<>();
        Arrays.stream(Refusal.values())
                .filter(refusal -> status.equals(Integer.toString(refusal.status())))
                .forEach(refusal -> all.put(refusal.name(), OperationOutcome.of(refusal)));
        return all;
    }

    private static Operation get(OpenAPI api, String path) {
        return api.getPaths().getPathItem(path).getGET();
    }

    private static void names(OpenAPI api, String parameter, List<String> values) {
        api.getComponents().getParameters().get(parameter).getSchema().setEnumeration(List.copyOf(values));
    }

    private static void give(Operation operation, Map<String, ?> answers) {
        show(operation.getResponses().getAPIResponse(OK).getContent(), answers);
    }

    private static void show(Content content, Map<String, ?> examples) {
        MediaType json = content.getMediaType(JSON);
        examples.forEach((name, value) ->
                json.addExample(name, OASFactory.createExample().value(plain(value))));
    }

    /** As it goes over the wire; a name is that already. */
    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ApiExamples::plain).toList();
        }
        return value instanceof String ? value : WireJson.readObject(WireJson.write(value));
    }
}
