package org.livercds.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What else stands in a chart: older laboratory values, procedures and conditions that decide nothing. */
public final class Filler {

    private static final String LOINC = "http://loinc.org";
    private static final String SNOMED = "http://snomed.info/sct";

    private record Lab(String code, String display, String unit, double low, double high) {}

    private record Term(String code, String display) {}

    private static final List<Lab> LABS = List.of(
            new Lab("1975-2", "Bilirubin.total [Mass/volume] in Serum or Plasma", "mg/dL", 0.3, 1.2),
            new Lab("1751-7", "Albumin [Mass/volume] in Serum or Plasma", "g/dL", 3.5, 5.0),
            new Lab("6301-6", "INR in Platelet poor plasma by Coagulation assay", "{INR}", 0.9, 1.2),
            new Lab("1834-1", "Alpha-1-Fetoprotein [Mass/volume] in Serum or Plasma", "ng/mL", 2, 9),
            new Lab("777-3", "Platelets [#/volume] in Blood by Automated count", "10*3/uL", 150, 310),
            new Lab("1742-6", "Alanine aminotransferase [Enzymatic activity/volume] in Serum", "U/L", 10, 60),
            new Lab("1920-8", "Aspartate aminotransferase [Enzymatic activity/volume] in Serum", "U/L", 10, 60),
            new Lab("2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "mg/dL", 0.5, 1.2),
            new Lab("718-7", "Hemoglobin [Mass/volume] in Blood", "g/dL", 12, 16),
            new Lab("2951-2", "Sodium [Moles/volume] in Serum or Plasma", "mmol/L", 135, 145));

    private static final List<Term> PROCEDURES = List.of(
            new Term("77477000", "Computed tomography"),
            new Term("45036003", "Ultrasonography of abdomen"),
            new Term("73761001", "Colonoscopy"));

    private static final List<Term> CONDITIONS = List.of(
            new Term("44054006", "Type 2 diabetes mellitus"),
            new Term("38341003", "Hypertensive disorder"),
            new Term("13645005", "Chronic obstructive pulmonary disease"));

    private final String patient;
    private final Random random;

    public Filler(String patient, long seed) {
        this.patient = patient;
        this.random = new Random(seed);
    }

    /** Taken before those of the examples, so that none of them counts. */
    public ObjectNode lab(int number, LocalDate today) {
        Lab lab = LABS.get(number % LABS.size());
        double value = Math.round((lab.low() + random.nextDouble() * (lab.high() - lab.low())) * 100) / 100.0;
        ObjectNode observation = resource("Observation");
        observation.put("status", "final");
        category(observation, "http://terminology.hl7.org/CodeSystem/observation-category", "laboratory");
        code(observation, LOINC, new Term(lab.code(), lab.display()));
        String day = today.minusDays(100L + random.nextInt(200)).toString();
        observation.put("effectiveDateTime", day + "T09:15:00+00:00").put("issued", day + "T10:00:00.000+00:00");
        observation.putArray("performer").addObject().put("reference", "Organization/laboratory-1");
        observation.set("valueQuantity", quantity(value, lab.unit()));
        ObjectNode range = observation.putArray("referenceRange").addObject();
        range.set("low", quantity(lab.low(), lab.unit()));
        range.set("high", quantity(lab.high(), lab.unit()));
        return entry(observation);
    }

    public ObjectNode procedure(int number, LocalDate today) {
        ObjectNode procedure = resource("Procedure");
        procedure.put("status", "completed");
        code(procedure, SNOMED, PROCEDURES.get(number % PROCEDURES.size()));
        String day = today.minusDays(400L + random.nextInt(200)).toString();
        procedure
                .putObject("performedPeriod")
                .put("start", day + "T08:00:00+00:00")
                .put("end", day + "T09:00:00+00:00");
        procedure
                .putArray("performer")
                .addObject()
                .putObject("actor")
                .put("reference", "Practitioner/operator-1")
                .put("display", "Test Practitioner");
        return entry(procedure);
    }

    public ObjectNode condition(int number) {
        ObjectNode condition = resource("Condition");
        String status = "http://terminology.hl7.org/CodeSystem/condition-";
        coding(condition.putObject("clinicalStatus"), status + "clinical", "active");
        coding(condition.putObject("verificationStatus"), status + "ver-status", "confirmed");
        category(condition, status + "category", "problem-list-item");
        code(condition, SNOMED, CONDITIONS.get(number % CONDITIONS.size()));
        return entry(condition.put("recordedDate", "2024-03-12"));
    }

    private ObjectNode resource(String type) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("resourceType", type).put("id", new UUID(random.nextLong(), random.nextLong()).toString());
        resource.putObject("meta").put("versionId", "1").put("lastUpdated", "2026-03-14T08:30:00.000+00:00");
        resource.putObject("subject").put("reference", "Patient/" + patient).put("display", "Test Patient");
        resource.putObject("encounter").put("reference", "Encounter/encounter-of-" + patient);
        return resource;
    }

    private static ObjectNode entry(ObjectNode resource) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put(
                "fullUrl",
                "https://ehr.load.example/fhir/" + resource.get("resourceType").asText() + "/"
                        + resource.get("id").asText());
        entry.set("resource", resource);
        entry.putObject("search").put("mode", "match");
        return entry;
    }

    private static ObjectNode quantity(double value, String unit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", value)
                .put("unit", unit)
                .put("system", "http://unitsofmeasure.org")
                .put("code", unit);
    }

    private static void code(ObjectNode resource, String system, Term term) {
        ObjectNode concept = resource.putObject("code");
        coding(concept, system, term.code()).put("display", term.display());
        concept.put("text", term.display());
    }

    private static void category(ObjectNode resource, String system, String code) {
        coding(resource.putArray("category").addObject(), system, code);
    }

    private static ObjectNode coding(ObjectNode concept, String system, String code) {
        return concept.putArray("coding").addObject().put("system", system).put("code", code);
    }
}
