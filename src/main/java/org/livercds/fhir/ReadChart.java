package org.livercds.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.livercds.clinical.patient.ChartEntries;
import org.livercds.clinical.patient.Course;

/**
 * A chart that was read, and the account of the reading.
 *
 * @param wrongPatient a Patient in it is not the patient of the call: nothing of it may be used
 * @param olderVersion its conditions are of a version of FHIR before R4: nothing of them was read
 * @param lackingLesions references of BodyStructures that something in it names and that it does not hold
 * @param serverUnregistered something is lacking, and the FHIR server of the call may not be asked
 * @param courseReading reads the course, which no hook asks for
 * @param queries that went to the FHIR server of the call, in their order
 */
public record ReadChart(
        ChartEntries entries,
        Ledger ledger,
        boolean wrongPatient,
        Optional<FhirVersion> olderVersion,
        Set<String> lackingLesions,
        boolean serverUnregistered,
        Supplier<Course> courseReading,
        List<ServerQuery> queries) {
    public ReadChart {
        queries = List.copyOf(queries);
        lackingLesions = Set.copyOf(lackingLesions);
    }

    /** How the disease went; each call reads it anew. */
    public Course course() {
        return courseReading.get();
    }

    boolean isUnusable() {
        return wrongPatient || olderVersion.isPresent();
    }

    ReadChart fromUnregisteredServer() {
        return new ReadChart(entries, ledger, wrongPatient, olderVersion, lackingLesions, true, courseReading, queries);
    }

    ReadChart withVersion(Optional<FhirVersion> told) {
        return new ReadChart(
                entries, ledger, wrongPatient, told, lackingLesions, serverUnregistered, courseReading, queries);
    }

    ReadChart withQueries(List<ServerQuery> asked) {
        return new ReadChart(
                entries, ledger, wrongPatient, olderVersion, lackingLesions, serverUnregistered, courseReading, asked);
    }
}
