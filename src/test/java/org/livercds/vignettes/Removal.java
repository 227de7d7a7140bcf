package org.livercds.vignettes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.livercds.service.BundlePrefetch;

/**
 * A chart without one of the things in it.
 *
 * @param what in words
 * @param references of the resources that are gone or say less
 * @param prefetch what is left
 */
record Removal(String what, Kind kind, Set<String> references, ObjectNode prefetch) {

    enum Kind {
        NOTHING,
        RESOURCE,
        ELEMENT,
        /** The key is there, and says that the chart has none. */
        CONTENT_OF_KEY,
        /** The key is not there, and nobody knows. */
        KEY
    }

    /** Without these a resource is damaged or another's: other tests are about those. */
    private static final Set<String> KEPT =
            Set.of("resourceType", "id", "subject", "patient", "status", "intent", "code");

    /** @param said the resources that are also tried without each of their elements */
    static Stream<Removal> from(ObjectNode bundle, Map<String, String> templates, Predicate<JsonNode> said) {
        ObjectNode whole = BundlePrefetch.of(bundle, templates);
        Stream<Removal> resources = IntStream.range(0, bundle.path("entry").size())
                .boxed()
                .flatMap(index -> Stream.concat(
                        Stream.of(withoutResource(bundle, index, templates)),
                        said.test(resource(bundle, index))
                                ? withoutElements(bundle, index, templates)
                                : Stream.empty()));
        Stream<Removal> keys = Stream.concat(
                templates.keySet().stream()
                        .filter(key -> !references(whole, key).isEmpty())
                        .map(key -> withoutContent(whole, key)),
                templates.keySet().stream().map(key -> withoutKey(whole, key)));
        return Stream.of(Stream.of(new Removal("nothing", Kind.NOTHING, Set.of(), whole)), resources, keys)
                .flatMap(removals -> removals);
    }

    private static Removal withoutResource(ObjectNode bundle, int index, Map<String, String> templates) {
        ObjectNode rest = bundle.deepCopy();
        rest.withArray("entry").remove(index);
        String reference = reference(resource(bundle, index));
        return new Removal(reference, Kind.RESOURCE, Set.of(reference), BundlePrefetch.of(rest, templates));
    }

    private static Stream<Removal> withoutElements(ObjectNode bundle, int index, Map<String, String> templates) {
        ObjectNode resource = resource(bundle, index);
        List<String> names = new ArrayList<>();
        resource.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> !KEPT.contains(name)).map(name -> {
            ObjectNode rest = bundle.deepCopy();
            resource(rest, index).remove(name);
            String reference = reference(resource);
            return new Removal(
                    name + " of " + reference, Kind.ELEMENT, Set.of(reference), BundlePrefetch.of(rest, templates));
        });
    }

    private static Removal withoutContent(ObjectNode whole, String key) {
        ObjectNode rest = whole.deepCopy();
        if (whole.path(key).path("resourceType").asText().equals("Bundle")) {
            ObjectNode empty = JsonNodeFactory.instance.objectNode();
            rest.set(
                    key,
                    empty.put("resourceType", "Bundle").put("type", "searchset").put("total", 0));
        } else {
            rest.putNull(key);
        }
        return new Removal("content of " + key, Kind.CONTENT_OF_KEY, references(whole, key), rest);
    }

    private static Removal withoutKey(ObjectNode whole, String key) {
        ObjectNode rest = whole.deepCopy();
        rest.remove(key);
        return new Removal("key " + key, Kind.KEY, references(whole, key), rest);
    }

    private static Set<String> references(ObjectNode whole, String key) {
        List<String> references = new ArrayList<>();
        whole.path(key).path("entry").forEach(entry -> references.add(reference((ObjectNode) entry.path("resource"))));
        if (whole.path(key).has("id")) {
            references.add(reference((ObjectNode) whole.path(key)));
        }
        return Set.copyOf(references);
    }

    private static ObjectNode resource(ObjectNode bundle, int index) {
        return (ObjectNode) ((ArrayNode) bundle.path("entry")).get(index).path("resource");
    }

    private static String reference(ObjectNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }
}
