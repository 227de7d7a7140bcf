package org.livercds.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.patient.Person;

/** Age, death and sex from the Patient. */
record PersonReader(Dates dates) {

    Person read(List<ReadResource> resources) {
        return resources.stream()
                .map(ReadResource::resource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .map(this::read)
                .orElseGet(Person::unknown);
    }

    private Person read(Patient patient) {
        Optional<ChartDate> born = dates.of(patient.getBirthDateElement());
        Evidence evidence = new Evidence(References.of(patient), "age", "see-resource", born);
        boolean female = patient.getGender() == AdministrativeGender.FEMALE;
        return new Person(born, isDeceased(patient), female, Optional.of(evidence));
    }

    private static boolean isDeceased(Patient patient) {
        if (patient.getDeceased() instanceof BooleanType deceased) {
            return Boolean.TRUE.equals(deceased.getValue());
        }
        return patient.hasDeceased();
    }
}
