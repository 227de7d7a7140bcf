package org.livercds.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Property;

/** All that a resource holds, one line for each element that is not empty, however its classes are called. */
final class Contents {

    private Contents() {}

    static List<String> of(Base resource) {
        List<String> lines = new ArrayList<>();
        collect("", resource, lines);
        return lines;
    }

    private static void collect(String here, Base element, List<String> lines) {
        String time = element instanceof BaseDateTimeType date && date.getValue() != null
                ? " at " + date.getValue().toInstant()
                : "";
        lines.add(here + " " + element.fhirType() + " " + element.primitiveValue() + time);
        for (Property property : element.children()) {
            property.getValues().stream()
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> collect(here + "/" + property.getName(), value, lines));
        }
    }
}
