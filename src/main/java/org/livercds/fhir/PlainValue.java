package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.livercds.fhir.PlainJson.NotPlainException;

/** Values of plain shape of the types that an Observation and an extension may both have. */
final class PlainValue {

    private PlainValue() {}

    /** @param name of the member, which tells the type */
    static Type of(String name, JsonNode value) {
        return switch (name) {
            case "valueQuantity" -> PlainJson.quantity(value);
            case "valueCodeableConcept" -> PlainJson.concept(value);
            case "valueString" -> set(new StringType(), value);
            case "valueBoolean" -> new BooleanType(PlainJson.flag(value));
            case "valueInteger" -> set(new IntegerType(), PlainJson.number(value));
            case "valueDateTime" -> set(new PlainTime.OfDateTime(), value);
            default -> throw new NotPlainException();
        };
    }
}
