package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** The Patient of a person. */
final class PatientResource {

    private static final String RACE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race";
    private static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";

    private PatientResource() {}

    static ObjectNode of(Person person, Dice dice, LocalDate asOf) {
        ObjectNode patient = JsonNodeFactory.instance.objectNode();
        patient.put("resourceType", "Patient").put("id", person.id());
        patient.putObject("meta").put("versionId", "1").put("lastUpdated", asOf + "T05:00:00.000+00:00");
        patient.putArray("extension")
                .addObject()
                .put("url", RACE)
                .putArray("extension")
                .addObject()
                .put("url", "text")
                .put("valueString", "Unknown");
        patient.withArray("extension")
                .addObject()
                .put("url", BIRTH_PLACE)
                .putObject("valueAddress")
                .put("city", "Exampleville")
                .put("country", "US");
        patient.putArray("identifier")
                .addObject()
                .put("system", "https://ehr.example.org/patients")
                .put("value", "%08d".formatted(person.number()));
        name(patient, dice);
        patient.put("gender", person.female() ? "female" : "male");
        person.birth().ifPresent(day -> patient.put("birthDate", day.toString()));
        if (person.dead() && dice.chance(0.5)) {
            patient.put("deceasedBoolean", true);
        } else if (person.dead()) {
            patient.put("deceasedDateTime", asOf.minusDays(dice.between(1, 700)) + "T05:00:00+00:00");
        }
        contact(patient, dice);
        return patient;
    }

    private static void name(ObjectNode patient, Dice dice) {
        ObjectNode name = patient.putArray("name").addObject().put("use", "official");
        name.put("family", dice.oneOf("Test", "Synthetic", "Müster", "Przykład", "Ejemplo", "Ví dụ", "例"));
        name.putArray("given").add(dice.oneOf("Alpha", "Beta", "Gamma", "Zoë", "Łucja"));
    }

    private static void contact(ObjectNode patient, Dice dice) {
        patient.putArray("telecom")
                .addObject()
                .put("system", "phone")
                .put("value", "555-01" + dice.between(10, 99))
                .put("use", "home");
        ObjectNode address = patient.putArray("address").addObject();
        address.putArray("line").add(dice.between(1, 900) + " Example Street");
        address.put("city", "Exampleville")
                .put("state", "EX")
                .put("postalCode", "00000")
                .put("country", "US");
    }
}
