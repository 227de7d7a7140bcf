package org.livercds.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUseEnumFactory;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatusEnumFactory;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparatorEnumFactory;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/**
 * Data types of FHIR from JSON of plain shape: known members with values of their own JSON type, nothing empty, no
 * extension but those of a whole resource or an address. HAPI's own classes take the values, so what they refuse is refused here too.
 */
final class PlainJson {

    private static final QuantityComparatorEnumFactory COMPARATORS = new QuantityComparatorEnumFactory();

    private static final NarrativeStatusEnumFactory NARRATIVES = new NarrativeStatusEnumFactory();

    private static final IdentifierUseEnumFactory IDENTIFIER_USES = new IdentifierUseEnumFactory();

    private PlainJson() {}

    /** The JSON is not plain: only HAPI's parser knows what it means, and whether it means anything. */
    static final class NotPlainException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPlainException() {
            super("", null, false, false);
        }
    }

    static void each(JsonNode object, BiConsumer<String, JsonNode> members) {
        if (!(object instanceof ObjectNode) || object.isEmpty()) {
            throw new NotPlainException();
        }
        object.forEachEntry(members);
    }

    static void all(JsonNode array, Consumer<JsonNode> elements) {
        if (!array.isArray() || array.isEmpty()) {
            throw new NotPlainException();
        }
        for (int i = 0; i < array.size(); i++) {
            elements.accept(array.get(i));
        }
    }

    static String text(JsonNode value) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new NotPlainException();
        }
        return value.textValue();
    }

    /** The value as HAPI understands it. */
    static <T extends PrimitiveType<?>> T set(T primitive, String value) {
        try {
            primitive.setValueAsString(value);
            return primitive;
        } catch (DataFormatException | IllegalArgumentException unreadable) {
            throw new NotPlainException();
        }
    }

    static <T extends PrimitiveType<?>> T set(T primitive, JsonNode value) {
        return set(primitive, text(value));
    }

    static CodeableConcept concept(JsonNode json) {
        CodeableConcept concept = new CodeableConcept();
        each(json, (name, value) -> {
            switch (name) {
                case "coding" -> all(value, coding -> concept.addCoding(coding(coding)));
                case "text" -> set(concept.getTextElement(), value);
                default -> throw new NotPlainException();
            }
        });
        return concept;
    }

    static Coding coding(JsonNode json) {
        Coding coding = new Coding();
        each(json, (name, value) -> {
            switch (name) {
                case "system" -> set(coding.getSystemElement(), value);
                case "version" -> set(coding.getVersionElement(), value);
                case "code" -> set(coding.getCodeElement(), value);
                case "display" -> set(coding.getDisplayElement(), value);
                default -> throw new NotPlainException();
            }
        });
        return coding;
    }

    static Quantity quantity(JsonNode json) {
        return fill(new Quantity(), json);
    }

    static <T extends Quantity> T fill(T quantity, JsonNode json) {
        each(json, (name, value) -> {
            switch (name) {
                case "value" -> set(quantity.getValueElement(), number(value));
                case "comparator" -> quantity.setComparatorElement(set(new Enumeration<>(COMPARATORS), value));
                case "unit" -> set(quantity.getUnitElement(), value);
                case "system" -> set(quantity.getSystemElement(), value);
                case "code" -> set(quantity.getCodeElement(), value);
                default -> throw new NotPlainException();
            }
        });
        return quantity;
    }

    static String number(JsonNode value) {
        if (!value.isNumber()) {
            throw new NotPlainException();
        }
        return value.asText();
    }

    static boolean flag(JsonNode value) {
        if (!value.isBoolean()) {
            throw new NotPlainException();
        }
        return value.booleanValue();
    }

    /** Of several values HAPI keeps one. */
    static Type only(Type before, Type value) {
        if (before != null) {
            throw new NotPlainException();
        }
        return value;
    }

    /** What points into the resource itself has to be found there. */
    static Reference reference(JsonNode json) {
        Reference reference = new Reference();
        each(json, (name, value) -> {
            switch (name) {
                case "reference" -> set(reference.getReferenceElement_(), outside(text(value)));
                case "type" -> set(reference.getTypeElement(), value);
                case "identifier" -> reference.setIdentifier(identifier(value));
                case "display" -> set(reference.getDisplayElement(), value);
                default -> throw new NotPlainException();
            }
        });
        return reference;
    }

    private static String outside(String reference) {
        if (reference.startsWith("#")) {
            throw new NotPlainException();
        }
        return reference;
    }

    static Identifier identifier(JsonNode json) {
        Identifier identifier = new Identifier();
        each(json, (name, value) -> {
            switch (name) {
                case "use" -> identifier.setUseElement(set(new Enumeration<>(IDENTIFIER_USES), value));
                case "type" -> identifier.setType(concept(value));
                case "system" -> set(identifier.getSystemElement(), value);
                case "value" -> set(identifier.getValueElement(), value);
                case "period" -> identifier.setPeriod(period(value));
                case "assigner" -> identifier.setAssigner(reference(value));
                default -> throw new NotPlainException();
            }
        });
        return identifier;
    }

    static Period period(JsonNode json) {
        Period period = new Period();
        each(json, (name, value) -> {
            switch (name) {
                case "start" -> period.setStartElement(set(new PlainTime.OfDateTime(), value));
                case "end" -> period.setEndElement(set(new PlainTime.OfDateTime(), value));
                default -> throw new NotPlainException();
            }
        });
        return period;
    }

    /** What is left of one: its words were not read. */
    static Narrative narrative(JsonNode json) {
        Narrative narrative = new Narrative();
        each(json, (name, value) -> {
            if (!name.equals("status")) {
                throw new NotPlainException();
            }
            narrative.setStatusElement(set(new Enumeration<>(NARRATIVES), value));
        });
        return narrative;
    }

    static Meta meta(JsonNode json) {
        Meta meta = new Meta();
        each(json, (name, value) -> {
            switch (name) {
                case "versionId" -> set(meta.getVersionIdElement(), value);
                case "lastUpdated" -> meta.setLastUpdatedElement(set(new PlainTime.OfInstant(), value));
                case "source" -> set(meta.getSourceElement(), value);
                case "profile" -> all(value, profile -> meta.addProfile(text(profile)));
                case "security" -> all(value, label -> meta.addSecurity(coding(label)));
                case "tag" -> all(value, tag -> meta.addTag(coding(tag)));
                default -> throw new NotPlainException();
            }
        });
        return meta;
    }
}
