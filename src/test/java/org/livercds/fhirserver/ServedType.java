package org.livercds.fhirserver;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BodyStructure;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A resource type of the server, with the elements that the search parameters of FHIR R4 look at. */
enum ServedType {
    PATIENT(Patient.class, "", "", "", ""),
    CONDITION(Condition.class, "subject", "code", "recorded-date", "recordedDate"),
    OBSERVATION(Observation.class, "subject", "code", "date", "effective"),
    PROCEDURE(Procedure.class, "subject", "code", "date", "performed"),
    BODY_STRUCTURE(BodyStructure.class, "patient", "", "", ""),
    MEDICATION_REQUEST(MedicationRequest.class, "subject", "medication", "authoredon", "authoredOn"),
    MEDICATION_STATEMENT(MedicationStatement.class, "subject", "medication", "effective", "effective"),
    ALLERGY_INTOLERANCE(AllergyIntolerance.class, "patient", "code", "date", "recordedDate");

    private final Class<? extends Resource> type;
    private final String patient;
    private final String code;
    private final String dateParameter;
    private final String date;

    ServedType(Class<? extends Resource> type, String patient, String code, String dateParameter, String date) {
        this.type = type;
        this.patient = patient;
        this.code = code;
        this.dateParameter = dateParameter;
        this.date = date;
    }

    static ServedType of(Resource resource) {
        return Arrays.stream(values())
                .filter(served -> served.type.isInstance(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(resource.fhirType() + " is not served"));
    }

    Class<? extends Resource> type() {
        return type;
    }

    /** The parameter by which a search is sorted by date. */
    String dateParameter() {
        return dateParameter;
    }

    Stream<Reference> patients(Resource resource) {
        return values(resource, patient, Reference.class, Stream::of);
    }

    Stream<Coding> codings(Resource resource) {
        return values(resource, code, CodeableConcept.class, concept -> concept.getCoding().stream());
    }

    /** The moments that sort a resource: of a period both ends. */
    List<Date> dates(Resource resource) {
        Stream<Date> moments =
                values(resource, date, BaseDateTimeType.class, moment -> Stream.ofNullable(moment.getValue()));
        Stream<Date> periods =
                values(resource, date, Period.class, period -> Stream.of(period.getStart(), period.getEnd()));
        return Stream.concat(moments, periods).filter(Objects::nonNull).toList();
    }

    private static <T extends Base, R> Stream<R> values(
            Resource resource, String element, Class<T> type, Function<T, Stream<R>> parts) {
        return resource.getNamedProperty(element).getValues().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .flatMap(parts);
    }
}
