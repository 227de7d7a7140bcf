package org.livercds.fhirserver;

import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** The resources of a server; nobody changes them, and every answer is made of copies. */
final class ServedChart {

    private final List<Resource> resources = new ArrayList<>();

    ServedChart(List<? extends Resource> resources) {
        for (Resource resource : resources) {
            ServedType.of(resource);
            if (!resource.hasId()) {
                throw new IllegalArgumentException("A " + resource.fhirType() + " has no id");
            }
            this.resources.add(resource.copy());
        }
    }

    Optional<Resource> read(ServedType type, String id) {
        return of(type).filter(resource -> resource.getIdElement().getIdPart().equals(id))
                .findFirst();
    }

    /** All that match, in the order asked for, of which the server makes pages. */
    IBundleProvider search(ServedType type, Predicate<Resource> criteria, SortSpec sort) {
        Stream<Resource> found = of(type).filter(criteria);
        List<Resource> sorted = (sort == null ? found : found.sorted(order(type, sort))).toList();
        return new SimpleBundleProvider(sorted);
    }

    private Stream<Resource> of(ServedType type) {
        return resources.stream()
                .filter(resource -> type.type().isInstance(resource))
                .map(Resource::copy);
    }

    /** Ascending by the earliest moment, descending by the latest; what has no date comes last. */
    private static Comparator<Resource> order(ServedType type, SortSpec sort) {
        if (sort.getChain() != null || !sort.getParamName().equals(type.dateParameter())) {
            throw new InvalidRequestException("Sorted is by one date only: " + type.dateParameter());
        }
        boolean descending = sort.getOrder() == SortOrderEnum.DESC;
        Comparator<Date> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(
                resource -> type.dates(resource).stream().min(order).orElse(null), Comparator.nullsLast(order));
    }
}
