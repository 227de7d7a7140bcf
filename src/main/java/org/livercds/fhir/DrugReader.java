package org.livercds.fhir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.Drug;

/**
 * Active medication requests and statements as drugs. A plan that was stopped or completed is no drug that is taken, nor is
 * one that is not to be given ({@code doNotPerform}, which changes what a request means).
 */
record DrugReader(Codes codes, Dates dates) {

    List<Drug> read(List<ReadResource> resources) {
        return resources.stream()
                .filter(DrugReader::isTaken)
                .flatMap(this::read)
                .toList();
    }

    private Stream<Drug> read(ReadResource read) {
        Optional<ChartDate> date = read.resource() instanceof MedicationRequest request
                ? dates.of(request.getAuthoredOnElement())
                : dates.of(((MedicationStatement) read.resource()).getEffective());
        return new DrugWords(codes)
                .of(read.json()).stream()
                        .map(ingredient -> new Drug(
                                ingredient.kind(),
                                ingredient.coded(),
                                new Evidence(read.reference(), "medication", ingredient.name(), date)));
    }

    private static boolean isTaken(ReadResource read) {
        Resource resource = read.resource();
        return resource instanceof MedicationRequest request
                        && request.getStatus() == MedicationRequest.MedicationRequestStatus.ACTIVE
                        && !request.getDoNotPerform()
                || resource instanceof MedicationStatement statement
                        && statement.getStatus() == MedicationStatement.MedicationStatementStatus.ACTIVE;
    }
}
