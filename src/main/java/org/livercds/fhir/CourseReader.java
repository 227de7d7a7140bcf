package org.livercds.fhir;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BodyStructure;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.Course;
import org.livercds.clinical.patient.Drug;
import org.livercds.clinical.patient.Segment;
import org.livercds.clinical.patient.Therapy;

/**
 * What a picture shows and no rule asks for: the segments that measurements name, systemic therapies of the past, the
 * patient's sex. Read only where somebody looks at the course.
 */
record CourseReader(Codes codes, Dates dates, BodyStructures lesions, LocalDate asOf) {

    private static final Map<MedicationRequest.MedicationRequestStatus, Therapy.State> PRESCRIBED = Map.of(
            MedicationRequest.MedicationRequestStatus.ACTIVE, Therapy.State.PRESCRIBED,
            MedicationRequest.MedicationRequestStatus.ONHOLD, Therapy.State.PRESCRIBED,
            MedicationRequest.MedicationRequestStatus.COMPLETED, Therapy.State.PRESCRIPTION_ENDED,
            MedicationRequest.MedicationRequestStatus.STOPPED, Therapy.State.PRESCRIPTION_ENDED);

    private static final Map<MedicationStatement.MedicationStatementStatus, Therapy.State> TAKEN = Map.of(
            MedicationStatement.MedicationStatementStatus.ACTIVE, Therapy.State.TAKEN,
            MedicationStatement.MedicationStatementStatus.ONHOLD, Therapy.State.TAKEN,
            MedicationStatement.MedicationStatementStatus.COMPLETED, Therapy.State.TAKING_ENDED,
            MedicationStatement.MedicationStatementStatus.STOPPED, Therapy.State.TAKING_ENDED);

    private static final Set<MedicationRequest.MedicationRequestIntent> ONLY_MEANT = EnumSet.of(
            MedicationRequest.MedicationRequestIntent.PROPOSAL,
            MedicationRequest.MedicationRequestIntent.PLAN,
            MedicationRequest.MedicationRequestIntent.OPTION);

    Course.Extra read(List<ReadResource> resources) {
        Map<String, Set<Segment>> segments = new HashMap<>();
        for (ReadResource read : resources) {
            if (read.resource() instanceof Observation observation) {
                segments.computeIfAbsent(read.reference(), any -> EnumSet.noneOf(Segment.class))
                        .addAll(sites(observation).flatMap(this::segments).toList());
            }
        }
        List<Therapy> therapies =
                resources.stream().flatMap(this::therapies).distinct().toList();
        return new Course.Extra(segments, therapies, sex(resources));
    }

    /** Its own, and those of the lesions that it speaks of. */
    private Stream<CodeableConcept> sites(Observation observation) {
        return Stream.concat(
                Stream.of(observation.getBodySite()),
                observation.getFocus().stream()
                        .flatMap(focus -> lesions.find(focus).stream())
                        .map(BodyStructure::getLocation));
    }

    private Stream<Segment> segments(CodeableConcept site) {
        return site.getCoding().stream()
                .filter(coding -> coding.getSystem() != null && coding.getCode() != null)
                .flatMap(coding -> codes.valueSets().segment(coding.getSystem(), coding.getCode()).stream())
                .map(Segment::valueOf);
    }

    private Stream<Therapy> therapies(ReadResource read) {
        return state(read.resource()).stream()
                .flatMap(state -> new DrugWords(codes)
                        .of(read.json()).stream()
                                .filter(ingredient -> ingredient.kind() == Drug.Kind.SYSTEMIC_THERAPY)
                                .map(ingredient -> therapy(read, ingredient.name(), state)));
    }

    private Therapy therapy(ReadResource read, String drug, Therapy.State state) {
        Optional<ChartDate> date = date(read.resource(), state);
        return new Therapy(drug, state, date, new Evidence(read.reference(), "medication", drug, date));
    }

    private static Optional<Therapy.State> state(Resource resource) {
        if (resource instanceof MedicationRequest request) {
            boolean meant = request.getDoNotPerform() || ONLY_MEANT.contains(request.getIntent());
            return meant || request.getStatus() == null
                    ? Optional.empty()
                    : Optional.ofNullable(PRESCRIBED.get(request.getStatus()));
        }
        return resource instanceof MedicationStatement statement && statement.getStatus() != null
                ? Optional.ofNullable(TAKEN.get(statement.getStatus()))
                : Optional.empty();
    }

    /** What is still taken is taken until today. */
    private Optional<ChartDate> date(Resource resource, Therapy.State state) {
        if (resource instanceof MedicationRequest request) {
            return dates.of(request.getAuthoredOnElement());
        }
        MedicationStatement statement = (MedicationStatement) resource;
        Optional<ChartDate> recorded = dates.of(statement.getEffective());
        boolean open =
                state == Therapy.State.TAKEN && statement.getEffective() instanceof Period period && !period.hasEnd();
        return recorded.map(date -> open && date.latest().isBefore(asOf) ? new ChartDate(date.earliest(), asOf) : date);
    }

    private static String sex(List<ReadResource> resources) {
        return resources.stream()
                .map(ReadResource::resource)
                .filter(Patient.class::isInstance)
                .flatMap(patient -> Optional.ofNullable(((Patient) patient).getGender()).stream())
                .findFirst()
                .map(AdministrativeGender::toCode)
                .orElse("unknown");
    }
}
