package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.each;
import static org.livercds.fhir.PlainJson.flag;
import static org.livercds.fhir.PlainJson.number;
import static org.livercds.fhir.PlainJson.only;
import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGenderEnumFactory;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;
import org.livercds.fhir.PlainJson.NotPlainException;

/** What Patients of plain shape have. */
final class PlainPatient {

    private static final AdministrativeGenderEnumFactory GENDERS = new AdministrativeGenderEnumFactory();

    private PlainPatient() {}

    static void read(PlainElements elements, Patient patient, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> patient.addIdentifier(PlainJson.identifier(one)));
            case "active" -> patient.setActive(flag(value));
            case "name" -> all(value, one -> patient.addName(PlainContact.name(one)));
            case "telecom" -> all(value, one -> patient.addTelecom(PlainContact.point(one)));
            case "gender" -> patient.setGenderElement(set(new Enumeration<>(GENDERS), value));
            case "birthDate" -> set(patient.getBirthDateElement(), value);
            case "address" -> all(value, one -> patient.addAddress(PlainContact.address(one)));
            case "maritalStatus" -> patient.setMaritalStatus(elements.concept(value));
            case "communication" -> all(value, one -> patient.addCommunication(communication(one)));
            default -> more(patient, name, value);
        }
    }

    private static void more(Patient patient, String name, JsonNode value) {
        switch (name) {
            case "deceasedBoolean" -> patient.setDeceased(only(patient.getDeceased(), new BooleanType(flag(value))));
            case "deceasedDateTime" ->
                patient.setDeceased(only(patient.getDeceased(), set(new PlainTime.OfDateTime(), value)));
            case "multipleBirthBoolean" ->
                patient.setMultipleBirth(only(patient.getMultipleBirth(), new BooleanType(flag(value))));
            case "multipleBirthInteger" ->
                patient.setMultipleBirth(only(patient.getMultipleBirth(), set(new IntegerType(), number(value))));
            case "generalPractitioner" -> all(value, one -> patient.addGeneralPractitioner(PlainJson.reference(one)));
            case "managingOrganization" -> patient.setManagingOrganization(PlainJson.reference(value));
            default -> throw new NotPlainException();
        }
    }

    private static PatientCommunicationComponent communication(JsonNode json) {
        PatientCommunicationComponent communication = new PatientCommunicationComponent();
        each(json, (name, value) -> {
            switch (name) {
                case "language" -> communication.setLanguage(PlainJson.concept(value));
                case "preferred" -> communication.setPreferred(flag(value));
                default -> throw new NotPlainException();
            }
        });
        return communication;
    }
}
