package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.livercds.clinical.patient.ChartEntries;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.Course;
import org.livercds.clinical.patient.Measurement;
import org.livercds.clinical.patient.Readings;
import org.livercds.codes.ValueSets;

/** From the prefetch of a call to chart entries, and the account of what could be read. Safe for many threads. */
public final class ChartReader {

    private static final Set<ObservationStatus> RESULTS =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

    private final Codes codes;
    private final Dates dates;
    private final List<String> lesionSystems;

    /**
     * @param zone in which the days of the chart are counted
     * @param lesionSystems identifier systems that name lesions
     */
    public ChartReader(ValueSets valueSets, ZoneId zone, List<String> lesionSystems) {
        this.codes = new Codes(valueSets);
        this.dates = new Dates(zone);
        this.lesionSystems = List.copyOf(lesionSystems);
    }

    public ReadChart read(String patientId, Optional<String> fhirServer, ObjectNode prefetch, LocalDate asOf) {
        return read(patientId, fhirServer, prefetch(prefetch), asOf);
    }

    Codes codes() {
        return codes;
    }

    Prefetch prefetch(ObjectNode raw) {
        return Prefetch.of(raw, codes);
    }

    ReadChart read(String patientId, Optional<String> fhirServer, Prefetch prefetch, LocalDate asOf) {
        ResourceGate.Admitted admitted = ResourceGate.admit(prefetch, patientId, fhirServer, codes);
        boolean unread = admitted.ledger().unread().contains(ChartPart.BODY_STRUCTURES);
        BodyStructures lesions = BodyStructures.of(admitted.resources(), lesionSystems, unread);
        ChartEntries entries = entries(admitted, lesions, asOf);
        CourseReader course = new CourseReader(codes, dates, lesions, asOf);
        return new ReadChart(
                entries,
                admitted.ledger(),
                admitted.wrongPatient(),
                admitted.version(),
                lesions.lacking(admitted.resources(), fhirServer),
                false,
                () -> Course.of(entries, course.read(admitted.resources())),
                List.of());
    }

    private ChartEntries entries(ResourceGate.Admitted admitted, BodyStructures lesions, LocalDate asOf) {
        List<ReadResource> resources = admitted.resources();
        Codes codes = this.codes.ofOneChart();
        ProblemReader problems = new ProblemReader(codes, dates);
        MeasurementReader sizes = new MeasurementReader(codes, dates, lesions, problems.benignReferences(resources));
        List<ReadResource> results =
                each(resources, Observation.class, read -> Optional.of(read).filter(ChartReader::isResult));
        List<Measurement> measurements = each(results, Observation.class, sizes::measurement);
        TreatmentReader procedures = new TreatmentReader(codes, dates, lesions, measurements, asOf);
        return new ChartEntries(
                asOf,
                new PersonReader(dates).read(resources),
                each(resources, Condition.class, problems::read),
                measurements,
                each(resources, Procedure.class, procedures::read),
                new DrugReader(codes, dates).read(resources),
                new AllergyReader(dates).read(resources),
                readings(results, codes),
                admitted.ledger().unread());
    }

    private Readings readings(List<ReadResource> results, Codes codes) {
        ResultReader reader = new ResultReader(codes, dates);
        Readings.Builder readings = new Readings.Builder();
        results.forEach(result -> reader.read(result, readings));
        return readings.build();
    }

    private static boolean isResult(ReadResource read) {
        return read.resource() instanceof Observation observation
                && observation.getStatus() != null
                && RESULTS.contains(observation.getStatus());
    }

    private static <T> List<T> each(
            List<ReadResource> resources, Class<?> type, Function<ReadResource, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        for (ReadResource read : resources) {
            if (type.isInstance(read.resource())) {
                reader.apply(read).ifPresent(all::add);
            }
        }
        return all;
    }
}
