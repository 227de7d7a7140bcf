package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/**
 * What is otherwise in a what-if. What is empty stays as it is.
 *
 * @param lesions every lesion that there is then; a lesion of the chart that is not among them is gone
 * @param allListed whether these are all
 * @param resectability a value of the finding, or {@code notRecorded}
 * @param spread a value of the finding, or {@code notRecorded}
 */
record Changes(
        Optional<List<SizedLesion>> lesions,
        Optional<Boolean> allListed,
        Optional<String> resectability,
        Optional<String> spread) {

    static final String NOT_RECORDED = "notRecorded";

    private static final Set<String> RESECTABILITY = Set.of("resectable", "unresectable", "undetermined", NOT_RECORDED);
    private static final Set<String> SPREAD = Set.of("present", "absent", "undetermined", NOT_RECORDED);
    private static final Set<String> KNOWN = Set.of("lesions", "allListed", "resectability", "spread");
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,2}([.][0-9]{1,3})?");
    private static final int MOST_LESIONS = 50;

    /**
     * A lesion.
     *
     * @param references its measurements in the chart; none where it is a new one
     * @param centimetres its longest diameter; empty where that stays as it is
     */
    record SizedLesion(Set<String> references, Optional<BigDecimal> centimetres) {
        SizedLesion {
            references = Set.copyOf(references);
        }

        boolean isNew() {
            return references.isEmpty();
        }
    }

    static Changes of(JsonNode changes) {
        changes.fieldNames().forEachRemaining(name -> require(KNOWN.contains(name)));
        require(changes.isObject());
        JsonNode listed = changes.path("allListed");
        require(listed.isMissingNode() || listed.isBoolean());
        return new Changes(
                lesions(changes.path("lesions")),
                listed.isMissingNode() ? Optional.empty() : Optional.of(listed.booleanValue()),
                oneOf(changes.path("resectability"), RESECTABILITY),
                oneOf(changes.path("spread"), SPREAD));
    }

    private static Optional<List<SizedLesion>> lesions(JsonNode given) {
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        require(given.isArray() && given.size() <= MOST_LESIONS);
        List<SizedLesion> lesions = new ArrayList<>();
        for (JsonNode lesion : given) {
            lesions.add(lesion(lesion));
        }
        return Optional.of(List.copyOf(lesions));
    }

    private static SizedLesion lesion(JsonNode given) {
        List<String> references = new ArrayList<>();
        for (JsonNode reference : given.path("references")) {
            require(reference.isTextual());
            references.add(reference.asText());
        }
        JsonNode size = given.path("centimetres");
        require(size.isMissingNode() || SIZE.matcher(size.asText()).matches());
        Optional<BigDecimal> centimetres =
                size.isMissingNode() ? Optional.empty() : Optional.of(new BigDecimal(size.asText()));
        require(!references.isEmpty() || centimetres.isPresent());
        return new SizedLesion(Set.copyOf(references), centimetres);
    }

    private static Optional<String> oneOf(JsonNode value, Set<String> known) {
        require(value.isMissingNode() || known.contains(value.asText()));
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    private static void require(boolean usable) {
        if (!usable) {
            throw new RefusedException(Refusal.NOT_A_CHANGE);
        }
    }
}
