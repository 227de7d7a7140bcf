package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.each;
import static org.livercds.fhir.PlainJson.set;
import static org.livercds.fhir.PlainJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.livercds.fhir.PlainJson.NotPlainException;

/** Extensions of plain shape: an address, and a value of a usual type or more extensions. */
final class PlainExtension {

    private PlainExtension() {}

    static Extension of(JsonNode json) {
        Extension extension = new Extension();
        each(json, (name, value) -> {
            switch (name) {
                case "url" -> extension.setUrl(text(value));
                case "extension" -> all(value, inner -> extension.addExtension(of(inner)));
                default -> extension.setValue(PlainJson.only(extension.getValue(), value(name, value)));
            }
        });
        boolean valued = extension.hasValue() != extension.hasExtension();
        if (!valued || !extension.hasUrl()) {
            throw new NotPlainException();
        }
        return extension;
    }

    private static Type value(String name, JsonNode value) {
        return switch (name) {
            case "valueCode" -> set(new CodeType(), value);
            case "valueUri" -> set(new UriType(), value);
            case "valueDate" -> set(new DateType(), value);
            case "valueDecimal" -> set(new DecimalType(), PlainJson.number(value));
            case "valueCoding" -> PlainJson.coding(value);
            case "valueReference" -> PlainJson.reference(value);
            case "valuePeriod" -> PlainJson.period(value);
            case "valueAddress" -> PlainContact.address(value);
            default -> PlainValue.of(name, value);
        };
    }
}
