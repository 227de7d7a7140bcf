package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One prefetch value taken apart, before anything of it is parsed as FHIR: what it is as a whole, and its resources. A
 * bare resource, a Bundle of any type and the old {@code {response, resource}} shape are understood.
 *
 * @param skipped entries without a resource
 * @param problem why fetching did not give all of it, in a word
 */
record PrefetchValue(
        KeySource source, KeyState state, List<RawResource> resources, int skipped, Optional<String> problem) {

    private static final Set<String> HARMLESS = Set.of("information", "warning");

    private static final int DAY = "2026-11-21".length();

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+");

    /** Even as a warning these say that something is missing. */
    private static final Set<String> CUT_SHORT =
            Set.of("incomplete", "suppressed", "too-costly", "timeout", "throttled", "security", "forbidden");

    /** One resource of the value, and the address under which the Bundle gives it. */
    record RawResource(ObjectNode json, String type, String fullUrl) {

        RawResource(ObjectNode json, String fullUrl) {
            this(json, json.path("resourceType").asText(), fullUrl);
        }

        boolean isOutcome() {
            return type().equals("OperationOutcome");
        }
    }

    /** What further pages, and a total of more than there is, mean for a value. */
    enum Pages {
        /** It is cut short. */
        ALL_HERE,
        /** Nothing, if what is here is the newest: the first page suffices. */
        NEWEST_FIRST,
        /** Nothing: somebody follows them. */
        FOLLOWED
    }

    static PrefetchValue of(JsonNode value, Pages pages) {
        if (value == null || value.isMissingNode()) {
            return of(KeyState.ABSENT);
        }
        if (value.isNull()) {
            return of(KeyState.NULL);
        }
        if (!(value instanceof ObjectNode object)) {
            return of(KeyState.UNUSABLE);
        }
        if (object.path("resource") instanceof ObjectNode wrapped && !object.has("resourceType")) {
            return of(wrapped, pages);
        }
        return switch (object.path("resourceType").asText()) {
            case "" -> of(KeyState.UNUSABLE);
            case "OperationOutcome" -> of(KeyState.ERROR);
            case "Bundle" -> ofBundle(object, pages);
            default -> prefetched(KeyState.DATA, List.of(new RawResource(object, "")), 0);
        };
    }

    PrefetchValue withProblem(String word) {
        return new PrefetchValue(source, state, resources, skipped, Optional.of(word));
    }

    PrefetchValue withState(KeyState other) {
        return new PrefetchValue(source, other, resources, skipped, problem);
    }

    private static PrefetchValue of(KeyState state) {
        return prefetched(state, List.of(), 0);
    }

    private static PrefetchValue prefetched(KeyState state, List<RawResource> resources, int skipped) {
        KeySource source = state == KeyState.ABSENT ? KeySource.ABSENT : KeySource.PREFETCH;
        return new PrefetchValue(source, state, resources, skipped, Optional.empty());
    }

    private static PrefetchValue ofBundle(ObjectNode bundle, Pages pages) {
        JsonNode entries = bundle.path("entry");
        if (!isReadable(bundle, entries)) {
            return of(KeyState.UNUSABLE);
        }
        List<RawResource> resources = new ArrayList<>();
        int skipped = 0;
        int matches = 0;
        boolean failed = false;
        for (JsonNode entry : elements(entries)) {
            Optional<RawResource> resource = resource(entry);
            if (resource.isEmpty()) {
                skipped++;
            } else if (resource.get().isOutcome()) {
                failed |= !isHarmless(resource.get().json());
            } else {
                resources.add(resource.get());
                matches += entry.path("search").path("mode").asText().equals("include") ? 0 : 1;
            }
        }
        boolean more = hasNext(bundle) || bundle.path("total").asInt(0) > matches;
        boolean cut = more && (pages == Pages.ALL_HERE || pages == Pages.NEWEST_FIRST && !isNewestFirst(resources));
        return prefetched(state(resources, skipped, failed, cut), resources, skipped);
    }

    /** By the day; what has no date says nothing. A server that does not know {@code _sort} gives any order. */
    private static boolean isNewestFirst(List<RawResource> resources) {
        String newer = "";
        for (RawResource resource : resources) {
            String day = day(resource.json());
            if (!newer.isEmpty() && day.compareTo(newer) > 0) {
                return false;
            }
            newer = day.isEmpty() ? newer : day;
        }
        return true;
    }

    private static String day(ObjectNode resource) {
        String date = resource.path("effectiveDateTime").asText();
        String start = resource.path("effectivePeriod").path("start").asText();
        String recorded = date.isEmpty() ? start : date;
        return recorded.substring(0, Math.min(recorded.length(), DAY));
    }

    private static boolean isReadable(ObjectNode bundle, JsonNode entries) {
        boolean list = entries.isMissingNode() || entries.isNull() || entries.isContainerNode();
        return list && !RawJson.isModifiedAround("entry", bundle);
    }

    private static Optional<RawResource> resource(JsonNode entry) {
        if (!(entry.path("resource") instanceof ObjectNode json) || RawJson.isModifiedAround("resource", entry)) {
            return Optional.empty();
        }
        RawResource resource = new RawResource(json, entry.path("fullUrl").asText());
        return isResource(resource.type()) ? Optional.of(resource) : Optional.empty();
    }

    /** A nested Bundle is none, nor is what does not say its type. */
    private static boolean isResource(String type) {
        return ResourceParser.TYPES.contains(type)
                ? !type.equals("Bundle")
                : TYPE.matcher(type).matches();
    }

    private static Iterable<JsonNode> elements(JsonNode node) {
        return node.isContainerNode() ? RawJson.each(node) : List.of();
    }

    private static KeyState state(List<RawResource> resources, int skipped, boolean failed, boolean cut) {
        if (resources.isEmpty() && failed) {
            return KeyState.ERROR;
        }
        if (failed || cut || skipped > 0) {
            return KeyState.PARTIAL;
        }
        return resources.isEmpty() ? KeyState.EMPTY : KeyState.DATA;
    }

    private static boolean hasNext(ObjectNode bundle) {
        for (JsonNode link : elements(bundle.path("link"))) {
            if (link.path("relation").asText().equals("next")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmless(ObjectNode outcome) {
        JsonNode issues = outcome.path("issue");
        for (JsonNode issue : issues) {
            boolean whole = !CUT_SHORT.contains(issue.path("code").asText());
            if (!whole || !HARMLESS.contains(issue.path("severity").asText())) {
                return false;
            }
        }
        return !issues.isEmpty();
    }
}
