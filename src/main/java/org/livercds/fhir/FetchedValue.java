package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.livercds.fhir.PrefetchValue.Pages;
import org.livercds.fhir.PrefetchValue.RawResource;
import org.livercds.outbound.Fetched;

/**
 * What a FHIR server gave for a key, in the form of a prefetch value. It is complete only if the server says so, its
 * pages do not overlap, and it holds all that prefetch brought: what is known is not disproved by silence.
 *
 * @param before what prefetch gave
 * @param matters whether a resource is one that the key asks for
 * @param restricted the token lets a part of the resources through only
 */
record FetchedValue(Fetched fetched, PrefetchValue before, Predicate<RawResource> matters, boolean restricted) {

    PrefetchValue value(Pages pages) {
        if (fetched.pages().isEmpty()) {
            return failed();
        }
        List<PrefetchValue> values = fetched.pages().stream()
                .map(page -> PrefetchValue.of(page, pages))
                .toList();
        List<RawResource> resources = new ArrayList<>();
        values.forEach(value -> resources.addAll(value.resources()));
        int skipped = values.stream().mapToInt(PrefetchValue::skipped).sum();
        List<RawResource> forgotten = forgotten(resources);
        forgotten.stream().filter(FetchedValue::hasId).forEach(resources::add);
        boolean whole = fetched.isComplete()
                && !restricted
                && values.stream().allMatch(value -> value.state().isComplete())
                && (pages == Pages.NEWEST_FIRST || forgotten.isEmpty() && isWhole());
        return new PrefetchValue(
                KeySource.FETCHED,
                whole ? complete(resources) : damaged(values, resources),
                resources,
                skipped,
                word());
    }

    private static KeyState complete(List<RawResource> resources) {
        return resources.isEmpty() ? KeyState.EMPTY : KeyState.DATA;
    }

    /** Without any resource it is what its first page is: an error is no part of anything. */
    private static KeyState damaged(List<PrefetchValue> values, List<RawResource> resources) {
        KeyState first = values.get(0).state();
        boolean nothing = resources.isEmpty() && (first == KeyState.ERROR || first == KeyState.UNUSABLE);
        return nothing ? first : KeyState.PARTIAL;
    }

    private PrefetchValue failed() {
        KeyState state = before.resources().isEmpty() ? KeyState.ERROR : KeyState.PARTIAL;
        return new PrefetchValue(KeySource.FETCHED, state, before.resources(), before.skipped(), word());
    }

    /** What prefetch brought and the server did not; one without an id cannot be found again, and counts as one. */
    private List<RawResource> forgotten(List<RawResource> given) {
        Set<String> known = new HashSet<>();
        given.forEach(resource -> known.add(address(resource.json())));
        return before.resources().stream()
                .filter(matters)
                .filter(resource -> !hasId(resource) || !known.contains(address(resource.json())))
                .toList();
    }

    private static boolean hasId(RawResource resource) {
        return resource.json().hasNonNull("id");
    }

    private static String address(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    /** As many different matches as the server counted, and none twice: pages that overlap have lost another. */
    private boolean isWhole() {
        Set<String> distinct = new HashSet<>();
        int matches = 0;
        for (ObjectNode page : fetched.pages()) {
            for (JsonNode entry : page.path("entry")) {
                boolean match = !entry.path("search").path("mode").asText().equals("include");
                boolean named = entry.path("resource").hasNonNull("id");
                if (match && named && !distinct.add(address(entry.path("resource")))) {
                    return false;
                }
                matches += match ? 1 : 0;
            }
        }
        return fetched.pages().get(0).path("total").asInt(0) <= matches;
    }

    private Optional<String> word() {
        return fetched.problem().map(Enum::name);
    }
}
