package org.livercds.fhirserver;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * What HAPI calls for a read or a search. Each class offers the parameters that FHIR R4 has for its types; HAPI answers
 * any other parameter with 400.
 */
final class ChartProviders {

    private static final Set<ServedType> WITH_SUBJECT = EnumSet.of(
            ServedType.CONDITION,
            ServedType.OBSERVATION,
            ServedType.PROCEDURE,
            ServedType.MEDICATION_REQUEST,
            ServedType.MEDICATION_STATEMENT);

    private ChartProviders() {}

    static List<Object> of(ServedChart chart, HapiFhirServer.Options options) {
        Stream<Object> subjects = WITH_SUBJECT.stream().map(type -> new OfSubject(type, chart));
        Stream<Object> others = Stream.of(
                new ReadOnly(ServedType.PATIENT, chart),
                new OfPatientByCode(ServedType.ALLERGY_INTOLERANCE, chart),
                options.bodyStructuresOfPatient()
                        ? new OfPatient(ServedType.BODY_STRUCTURE, chart)
                        : new ById(ServedType.BODY_STRUCTURE, chart));
        return Stream.concat(subjects, others).toList();
    }

    /** Public like those below because HAPI calls its methods by reflection. */
    public static class ReadOnly implements IResourceProvider {

        final ServedType type;
        final ServedChart chart;

        ReadOnly(ServedType type, ServedChart chart) {
            this.type = type;
            this.chart = chart;
        }

        @Override
        public Class<? extends Resource> getResourceType() {
            return type.type();
        }

        @Read
        public IBaseResource read(@IdParam IdType id) {
            return chart.read(type, id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        }

        Criteria criteria() {
            return new Criteria(type);
        }
    }

    public static final class OfSubject extends ReadOnly {

        OfSubject(ServedType type, ServedChart chart) {
            super(type, chart);
        }

        @Search
        public IBundleProvider search(
                @OptionalParam(name = "patient") ReferenceParam patient,
                @OptionalParam(name = "subject") ReferenceParam subject,
                @OptionalParam(name = "code") TokenOrListParam code,
                @OptionalParam(name = "_id") TokenOrListParam id,
                @Sort SortSpec sort) {
            Criteria criteria =
                    criteria().patient(patient).patient(subject).code(code).id(id);
            return chart.search(type, criteria, sort);
        }
    }

    public static final class OfPatientByCode extends ReadOnly {

        OfPatientByCode(ServedType type, ServedChart chart) {
            super(type, chart);
        }

        @Search
        public IBundleProvider search(
                @OptionalParam(name = "patient") ReferenceParam patient,
                @OptionalParam(name = "code") TokenOrListParam code,
                @OptionalParam(name = "_id") TokenOrListParam id,
                @Sort SortSpec sort) {
            return chart.search(type, criteria().patient(patient).code(code).id(id), sort);
        }
    }

    public static final class OfPatient extends ReadOnly {

        OfPatient(ServedType type, ServedChart chart) {
            super(type, chart);
        }

        @Search
        public IBundleProvider search(
                @OptionalParam(name = "patient") ReferenceParam patient,
                @OptionalParam(name = "_id") TokenOrListParam id) {
            return chart.search(type, criteria().patient(patient).id(id), null);
        }
    }

    public static final class ById extends ReadOnly {

        ById(ServedType type, ServedChart chart) {
            super(type, chart);
        }

        @Search
        public IBundleProvider search(@OptionalParam(name = "_id") TokenOrListParam id) {
            return chart.search(type, criteria().id(id), null);
        }
    }
}
