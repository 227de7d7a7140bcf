package org.livercds.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IJsonLikeParser;
import ca.uhn.fhir.parser.IParserErrorHandler.IParseLocation;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;

/**
 * Parses one resource at a time, straight from the JSON tree of the request: what is plain at once, all else with HAPI. A value that HAPI would drop silently makes the resource unusable, and so does content that changes the meaning of
 * the rest.
 */
final class ResourceParser {

    private static final FhirContext CONTEXT = deferred(FhirContext.forR4Cached());

    /** All that FHIR R4 knows. */
    static final Set<String> TYPES = CONTEXT.getResourceTypes();

    private ResourceParser() {}

    /** HAPI looks at a type of its model when something of that type is read, and not at all of them for the first resource. */
    static FhirContext deferred(FhirContext context) {
        context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
        return context;
    }

    /** @param elements of the chart that it belongs to */
    static Optional<Resource> parse(ObjectNode json, PlainElements elements) {
        // a plain one has no member that changes the meaning of the rest, and none of another version
        Resource resource = PlainResource.of(json, elements).orElse(null);
        if (resource == null && !RawJson.isModified(json) && !FhirVersion.isOfAnother(json)) {
            resource = byHapi(json).orElse(null);
        }
        return Optional.ofNullable(resource).filter(read -> !lacksStatus(read));
    }

    /** Any resource, as HAPI understands it; empty where it would drop something. */
    static Optional<Resource> byHapi(ObjectNode json) {
        DroppedValues dropped = new DroppedValues();
        IJsonLikeParser parser = (IJsonLikeParser) CONTEXT.newJsonParser();
        parser.setParserErrorHandler(dropped);
        JacksonStructure structure = new JacksonStructure();
        structure.setNativeObject(RawJson.withoutEmptyStrings(json));
        try {
            Resource resource = (Resource) parser.parseResource(structure);
            return dropped.any ? Optional.empty() : Optional.of(resource);
        } catch (RuntimeException unreadable) {
            // HAPI fails in many ways on odd content; each means that the resource cannot be used
            return Optional.empty();
        }
    }

    /** Without a status nobody knows whether a result is final or a procedure was done. */
    private static boolean lacksStatus(Resource resource) {
        return resource instanceof Observation observation && observation.getStatus() == null
                || resource instanceof Procedure procedure && procedure.getStatus() == null;
    }

    /** Unknown elements and an object in place of an array are tolerated; a value that cannot be kept is not. */
    private static final class DroppedValues extends ErrorHandlerAdapter {

        private boolean any;

        @Override
        public void invalidValue(IParseLocation location, String value, String error) {
            any = true;
        }

        @Override
        public void unexpectedRepeatingElement(IParseLocation location, String element) {
            any = true;
        }

        @Override
        public void incorrectJsonType(
                IParseLocation location,
                String element,
                ValueType expected,
                ScalarType expectedScalar,
                ValueType found,
                ScalarType foundScalar) {
            any |= expected != found && !(expected == ValueType.ARRAY && found == ValueType.OBJECT);
        }
    }
}
