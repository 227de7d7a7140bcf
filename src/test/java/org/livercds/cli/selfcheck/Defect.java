package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** One thing that is wrong with the sample service, and the requirement that it breaks. */
enum Defect {
    DISCOVERY_IS_ELSEWHERE("discovery.status"),
    DISCOVERY_IS_A_PAGE("discovery.json"),
    SERVICES_IS_AN_OBJECT("discovery.services", discovery(list -> list.putObject("services"))),
    NO_HOOK("discovery.hook", entry(service -> service.remove("hook"))),
    ID_IS_A_NUMBER("discovery.id", entry(service -> service.put("id", 1))),
    TWICE_THE_SAME_ID(
            "discovery.id-unique",
            discovery(list -> services(list).add(services(list).get(0)))),
    ID_WITH_A_SPACE("discovery.id-path", entry(service -> service.put("id", "sample view"))),
    NO_DESCRIPTION("discovery.description", entry(service -> service.remove("description"))),
    NO_TITLE("discovery.title", entry(service -> service.remove("title"))),
    NO_VERSION("discovery.version", entry(service -> service.remove("version"))),
    PREFETCH_IS_A_LIST(
            "discovery.prefetch", entry(service -> service.putArray("prefetch").add("Patient"))),
    TEMPLATE_WITH_A_HOST(
            "discovery.template", template("https://fhir.example.org/Condition?patient={{context.patientId}}")),
    TOKEN_IS_OPEN("discovery.tokens", template("Condition?patient={{context.patientId")),
    TOKEN_OF_NO_FIELD("discovery.tokens", template("Condition?patient={{context.patient.id}}")),
    TOKEN_OF_ANOTHER_HOOK("discovery.tokens", template("Condition?patient={{context.draftOrders}}")),
    TEMPLATE_INCLUDES(
            "discovery.query", template("Condition?patient={{context.patientId}}&_include=Condition:encounter")),
    TEMPLATE_CHAINS("discovery.query", template("Condition?patient.identifier={{context.patientId}}")),
    EMPTY_USAGE("discovery.empties", entry(service -> service.put("usageRequirements", ""))),
    DISCOVERY_CHANGES("discovery.stable"),

    PREFLIGHT_NEEDS_A_TOKEN("cors.preflight"),
    PREFLIGHT_WITHOUT_HEADERS("cors.headers"),
    ANSWER_WITHOUT_ORIGIN("cors.answer"),
    REFUSAL_WITHOUT_ORIGIN("cors.error"),
    CREDENTIALS_FOR_ALL("cors.credentials"),

    GOOD_CALL_IS_REFUSED("call.status"),
    ANSWER_IS_TEXT("call.json"),
    ANSWER_HAS_A_MEMBER_TWICE("call.json"),
    NO_CARDS("call.cards", answer(answer -> answer.remove("cards"))),
    CARDS_ARE_NULL("call.cards", answer(answer -> answer.putNull("cards"))),
    EMPTY_LINKS("call.empties", card(card -> card.putArray("links"))),
    NULL_DETAIL("call.empties", card(card -> card.putNull("detail"))),
    EXTENSION_IS_A_LIST(
            "call.extension", card(card -> card.putArray("extension").add("x"))),
    SYSTEM_ACTION_WITHOUT_TYPE(
            "call.system-actions",
            answer(answer -> answer.putArray("systemActions").addObject().put("description", "x"))),
    SYSTEM_ACTION_ON_A_CHART(
            "call.system-actions-hook",
            answer(answer -> answer.putArray("systemActions")
                    .addObject()
                    .put("type", "delete")
                    .put("resourceId", "ServiceRequest/1"))),

    NO_UUID("card.uuid", card(card -> card.remove("uuid"))),
    UUID_AGAIN("card.uuid-unique", card(card -> card.put("uuid", "6ec2b8a0-0000-4000-8000-000000000001"))),
    NO_SUMMARY("card.summary", card(card -> card.remove("summary"))),
    SUMMARY_OF_140("card.summary-length", card(card -> card.put("summary", "x".repeat(140)))),
    SUMMARY_WITH_MARKS("card.summary-plain", card(card -> card.put("summary", "**Look**"))),
    INDICATOR_HARD_STOP("card.indicator", card(card -> card.put("indicator", "hard-stop"))),
    NO_INDICATOR("card.indicator", card(card -> card.remove("indicator"))),
    NO_SOURCE("card.source", card(card -> card.remove("source"))),
    SOURCE_WITHOUT_LABEL("card.source", card(card -> source(card).remove("label"))),
    RELATIVE_SOURCE("card.source-url", card(card -> source(card).put("url", "/about"))),
    TOPIC_WITHOUT_SYSTEM(
            "card.topic", card(card -> source(card).putObject("topic").put("code", "x"))),
    DETAIL_IS_AN_OBJECT("card.detail", card(card -> card.putObject("detail").put("text", "x"))),
    DETAIL_WITH_HTML("card.detail-html", card(card -> card.put("detail", "Look <b>here</b>"))),
    DETAIL_WITH_A_SCRIPT("card.detail-script", card(card -> card.put("detail", "<script>alert(1)</script>"))),
    LINK_IN_DETAIL_IS_A_SCRIPT("card.detail-script", card(card -> card.put("detail", "[x](javascript:alert)"))),
    REASON_WITHOUT_DISPLAY(
            "card.override-reasons", card(card -> ((ObjectNode) card.at("/overrideReasons/0")).remove("display"))),
    NO_SELECTION_BEHAVIOR("card.selection-behavior", card(card -> card.remove("selectionBehavior"))),
    SELECTION_BEHAVIOR_ALL("card.selection-behavior", card(card -> card.put("selectionBehavior", "all"))),

    SUGGESTION_WITHOUT_LABEL("suggestion.label", suggestion(one -> one.remove("label"))),
    SUGGESTION_WITHOUT_UUID("suggestion.uuid", suggestion(one -> one.remove("uuid"))),
    TWO_RECOMMENDED("suggestion.recommended", card(card -> {
        ArrayNode list = (ArrayNode) card.path("suggestions");
        ObjectNode one = ((ObjectNode) list.get(0)).put("isRecommended", true);
        list.add(one.deepCopy().put("uuid", "other"));
        card.put("selectionBehavior", "at-most-one");
    })),
    ACTION_IS_UPSERT("action.type", action(action -> action.put("type", "upsert"))),
    ACTION_WITHOUT_DESCRIPTION("action.description", action(action -> action.remove("description"))),
    CREATE_WITHOUT_RESOURCE("action.resource", action(action -> action.remove("resource"))),
    DELETE_WITH_RESOURCE("action.delete", action(action -> action.put("type", "delete"))),
    ORDER_FOR_ANOTHER_PATIENT(
            "action.patient",
            action(action -> ((ObjectNode) action.at("/resource/subject")).put("reference", "Patient/other"))),

    LINK_WITHOUT_LABEL("link.label", link(link -> link.remove("label"))),
    RELATIVE_LINK("link.url", link(link -> link.put("url", "app/launch"))),
    LINK_OF_NO_TYPE("link.type", link(link -> link.put("type", "relative"))),
    CONTEXT_FOR_A_PAGE("link.app-context", link(link -> link.put("appContext", "x"))),

    NULL_FAILS("transport.no-5xx"),
    NULL_IS_REFUSED("prefetch.null"),
    ABSENT_IS_NOT_FOUND("prefetch.absent"),
    ONE_ABSENT_IS_BAD("prefetch.one-absent"),
    OPERATION_OUTCOME_IS_BAD("prefetch.operation-outcome"),
    TEXT_FAILS("prefetch.odd"),
    EXTRA_KEY_IS_BAD("prefetch.extra"),
    HANGS_WITHOUT_PREFETCH("transport.answered"),

    MALFORMED_IS_FINE("request.malformed"),
    MALFORMED_IS_A_CONFLICT("request.malformed-status"),
    CONTEXT_IS_NOT_NEEDED("request.no-context"),
    PATIENT_IS_NOT_NEEDED("request.no-patient"),
    ANY_HOOK("request.wrong-hook"),
    ANY_SERVICE("request.unknown-service"),
    ANY_METHOD("request.method"),
    NO_ALLOW("request.allow"),
    ANY_TYPE("request.media-type"),
    NO_CHARSET("request.charset"),
    LARGE_FAILS("request.large"),
    NO_EXTENSIONS("request.extension"),
    NO_UNKNOWN_FIELDS("request.unknown-fields"),
    ONLY_UUIDS("request.instance"),
    ONLY_SHORT_IDS("request.long-ids"),
    SLASH_IS_NOT_FOUND("request.slashes"),

    REFUSAL_IS_TEXT("error.outcome"),
    REFUSAL_WITH_A_TRACE("error.trace"),
    REFUSAL_WITH_A_CLASS("error.trace"),
    REFUSAL_WITH_THE_BODY("error.echo"),
    BUSY_WITHOUT_RETRY_AFTER("error.retry-after"),

    NO_FEEDBACK("feedback.offered"),
    ACCEPTED_IS_BAD("feedback.accepted"),
    OVERRIDDEN_IS_BAD("feedback.overridden"),
    REASON_IS_NEEDED("feedback.without-reason"),
    ONE_ITEM_ONLY("feedback.several"),
    ANY_FEEDBACK("feedback.malformed"),

    CARDS_BY_CHANCE("repeat.same"),
    PATIENTS_ARE_MIXED("load.no-mix"),
    ONE_AT_A_TIME("load.answered"),
    SLOW("time.median"),
    SOMETIMES_SLOW("time.p95"),

    MAY_BE_KEPT("header.no-store"),
    MAY_BE_SNIFFED("header.nosniff"),
    TELLS_ITS_VERSION("header.product"),

    TAKES_NO_TOKEN("token.accepted", true),
    NEEDS_NO_TOKEN("token.required", true),
    FORBIDS_INSTEAD("token.status", true),
    ONE_AUDIENCE("token.audience-list", true),
    TAKES_NONE("token.none", true),
    TAKES_SYMMETRIC("token.symmetric", true),
    LOOKS_AT_NO_SIGNATURE("token.tampered", true),
    TAKES_ANY_KEY("token.other-key", true),
    TAKES_UNKNOWN_KEYS("token.unknown-key", true),
    TAKES_EXPIRED("token.expired", true),
    TAKES_ANY_AUDIENCE("token.audience", true),
    TAKES_THE_AUDIENCE_OF_DISCOVERY("token.other-path", true),
    TAKES_ANY_ISSUER("token.issuer", true),
    NEEDS_NO_EXP("token.no-exp", true),
    NEEDS_NO_JTI("token.no-jti", true),
    TAKES_TWICE("token.replay", true),
    TAKES_THE_FUTURE("token.future", true),
    TAKES_LONG_LIVES("token.long", true),
    TELLS_WHY("error.unauthorized-silent", true),
    NO_CHALLENGE("error.unauthorized", true);

    private final String requirement;
    private final boolean ofTokens;
    private final Change change;

    Defect(String requirement) {
        this(requirement, false, Change.NONE);
    }

    Defect(String requirement, boolean ofTokens) {
        this(requirement, ofTokens, Change.NONE);
    }

    Defect(String requirement, Change change) {
        this(requirement, false, change);
    }

    Defect(String requirement, boolean ofTokens, Change change) {
        this.requirement = requirement;
        this.ofTokens = ofTokens;
        this.change = change;
    }

    /** What is spoilt in the JSON of discovery, or of an answer. */
    private record Change(Consumer<ObjectNode> discovery, Consumer<ObjectNode> answer) {
        static final Change NONE = new Change(list -> {}, answer -> {});
    }

    String requirement() {
        return requirement;
    }

    boolean isOfTokens() {
        return ofTokens;
    }

    void spoilDiscovery(ObjectNode discovery) {
        change.discovery().accept(discovery);
    }

    void spoilAnswer(ObjectNode answer) {
        change.answer().accept(answer);
    }

    private static Change discovery(Consumer<ObjectNode> spoil) {
        return new Change(spoil, answer -> {});
    }

    private static Change entry(Consumer<ObjectNode> spoil) {
        return discovery(list -> spoil.accept((ObjectNode) services(list).get(0)));
    }

    private static Change template(String template) {
        return entry(service -> ((ObjectNode) service.path("prefetch")).put("conditions", template));
    }

    private static Change answer(Consumer<ObjectNode> spoil) {
        return new Change(list -> {}, spoil);
    }

    private static Change card(Consumer<ObjectNode> spoil) {
        return at("/cards/0", spoil);
    }

    private static Change suggestion(Consumer<ObjectNode> spoil) {
        return at("/cards/0/suggestions/0", spoil);
    }

    private static Change action(Consumer<ObjectNode> spoil) {
        return at("/cards/0/suggestions/0/actions/0", spoil);
    }

    private static Change link(Consumer<ObjectNode> spoil) {
        return at("/cards/0/links/0", spoil);
    }

    private static Change at(String place, Consumer<ObjectNode> spoil) {
        return answer(answer -> {
            JsonNode node = answer.at(place);
            if (node instanceof ObjectNode object) {
                spoil.accept(object);
            }
        });
    }

    private static ArrayNode services(ObjectNode discovery) {
        return (ArrayNode) discovery.path("services");
    }

    private static ObjectNode source(ObjectNode card) {
        return (ObjectNode) card.path("source");
    }
}
