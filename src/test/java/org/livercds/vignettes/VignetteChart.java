package org.livercds.vignettes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.livercds.vignettes.Vignette.Style;

/** The facts of a vignette as a Bundle of FHIR R4 resources, in one of the two styles. */
final class VignetteChart {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LOINC = "http://loinc.org";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String FINDING = "https://livercds.org/fhir/CodeSystem/liver-finding";
    private static final String VALUE = "https://livercds.org/fhir/CodeSystem/liver-finding-value";
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String TARGET = "http://hl7.org/fhir/StructureDefinition/procedure-targetBodyStructure";
    private static final String DAY = "2026-11-05";
    private static final Set<String> BENIGN = Set.of("93469006", "85057007", "D18.03");

    private static final Map<String, String> PROCEDURES = Map.of(
            "ablation", "428115007",
            "resection", "71273005",
            "transplant", "18027006",
            "embolization", "314617008",
            "sirt", "764677008");

    /** Fact, own code, value if met, value if not met. */
    private static final String[][] CODED = {
        {"screening", "detection-context", "screening", "symptomatic"},
        {"resectable", "resectability", "resectable", "unresectable"},
        {"surgicalFit", "surgical-fitness", "fit", "unfit"},
        {"ablationFeasible", "ablation-feasibility", "feasible", "not-feasible"},
        {"flrAdequate", "remnant-adequacy", "adequate", "inadequate"},
        {"chemoRefractory", "chemotherapy-response", "refractory", "responding"},
        {"transplantCandidate", "transplant-candidacy", "candidate", "not-candidate"},
    };

    private static final String[][] YES_OR_NO = {
        {"countIsComplete", "lesion-list-complete"},
        {"bilobar", "bilobar-involvement"},
        {"nearDuctOrVessel", "near-duct-or-vessel"},
        {"extrahepaticTreatable", "extrahepatic-treatable"},
        {"innumerable", "lesions-innumerable"},
    };

    private final JsonNode facts;
    private final Style style;
    private final int year;
    private final ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    private final ArrayNode entries = bundle.put("resourceType", "Bundle").putArray("entry");
    private final Map<String, String> lesions = new HashMap<>();

    private VignetteChart(Vignette vignette, Style style) {
        this.facts = vignette.facts();
        this.style = style;
        this.year = vignette.asOf().getYear();
    }

    static ObjectNode of(Vignette vignette, Style style) {
        VignetteChart chart = new VignetteChart(vignette, style);
        chart.addPatient();
        Vignette.stream(chart.facts.path("conditions")).forEach(chart::addCondition);
        Vignette.stream(chart.facts.path("lesions")).forEach(chart::addLesion);
        chart.addFindings();
        chart.addSpread();
        chart.addLaboratory();
        chart.addCautions();
        Vignette.stream(chart.facts.path("procedures")).forEach(chart::addProcedure);
        return chart.bundle;
    }

    private ObjectNode add(String type) {
        ObjectNode resource = entries.addObject().putObject("resource");
        return resource.put("resourceType", type).put("id", type.toLowerCase(Locale.ROOT) + entries.size());
    }

    private ObjectNode addOfPatient(String type, String subject) {
        ObjectNode resource = add(type);
        resource.putObject(subject).put("reference", "Patient/p");
        return resource;
    }

    private ObjectNode addObservation(String system, String code, String day) {
        ObjectNode observation = addOfPatient("Observation", "subject");
        code(observation.putObject("code"), system, code);
        return observation.put("status", "final").put("effectiveDateTime", day);
    }

    private ObjectNode addFinding(String code) {
        return addObservation(FINDING, code, DAY);
    }

    private void addCoded(String code, String value) {
        code(addFinding(code).putObject("valueCodeableConcept"), VALUE, value);
    }

    private static void code(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static String status(String name) {
        return "http://terminology.hl7.org/CodeSystem/" + name;
    }

    private void addPatient() {
        ObjectNode patient = add("Patient").put("id", "p");
        patient.put("gender", facts.has("pregnant") ? "female" : "male");
        patient.put("birthDate", year - facts.path("age").asInt(62) + "-01-01");
        if (facts.path("deceased").asBoolean()) {
            patient.put("deceasedBoolean", true);
        }
    }

    private void addCondition(JsonNode fact) {
        String code = fact.path("code").asText();
        ObjectNode condition = addOfPatient("Condition", "subject");
        code(condition.putObject("code"), code.matches("\\d+") ? SNOMED : ICD, code);
        code(condition.putObject("clinicalStatus"), status("condition-clinical"), text(fact, "clinical", "active"));
        code(
                condition.putObject("verificationStatus"),
                status("condition-ver-status"),
                text(fact, "verification", "confirmed"));
        if (BENIGN.contains(code)) {
            lesions.put("benign", String.valueOf(entries.size() - 1));
        }
    }

    private void addLesion(JsonNode fact) {
        String id = fact.path("id").asText();
        String day = text(fact, "date", DAY);
        ObjectNode observation;
        if (style == Style.MCODE) {
            String body = lesions.computeIfAbsent(id, any -> addBodyStructure(id));
            observation = addObservation(LOINC, "21889-1", day);
            observation.putArray("focus").addObject().put("reference", body);
            ObjectNode component = observation.putArray("component").addObject();
            code(component.putObject("code"), LOINC, "33728-7");
            addSize(component, fact);
        } else {
            observation = addObservation(LOINC, "33728-7", day);
            code(observation.putObject("bodySite"), SNOMED, "10200004");
            identify(observation, id);
            addSize(observation, fact);
            lesions.put(id, "Observation/" + observation.path("id").asText());
        }
        observation.put("status", text(fact, "status", "final"));
        if (fact.path("benign").asBoolean()) {
            linkBenign("Observation/" + observation.path("id").asText());
        }
    }

    private String addBodyStructure(String id) {
        ObjectNode body = addOfPatient("BodyStructure", "patient");
        identify(body, id);
        code(body.putObject("location"), SNOMED, "10200004");
        return "BodyStructure/" + body.path("id").asText();
    }

    private static void identify(ObjectNode resource, String id) {
        resource.putArray("identifier")
                .addObject()
                .put("system", "urn:livercds:lesion")
                .put("value", id);
    }

    private void linkBenign(String observation) {
        ObjectNode condition = (ObjectNode)
                entries.get(Integer.parseInt(lesions.get("benign"))).path("resource");
        condition
                .withArray("evidence")
                .addObject()
                .putArray("detail")
                .addObject()
                .put("reference", observation);
    }

    private static void addSize(ObjectNode to, JsonNode fact) {
        if (fact.has("low") || fact.has("high")) {
            ObjectNode range = to.putObject("valueRange");
            for (String end : new String[] {"low", "high"}) {
                if (fact.has(end)) {
                    quantity(
                            range.putObject(end),
                            fact.path(end),
                            fact.path("unit").asText());
                }
            }
        } else if (fact.hasNonNull("value")) {
            ObjectNode quantity = to.putObject("valueQuantity");
            if (fact.hasNonNull("unit")) {
                quantity(quantity, fact.path("value"), fact.path("unit").asText());
            } else {
                quantity.set("value", fact.path("value"));
            }
            if (fact.has("comparator")) {
                quantity.put("comparator", fact.path("comparator").asText());
            }
        } else {
            code(to.putObject("dataAbsentReason"), status("data-absent-reason"), "unknown");
        }
    }

    private static void quantity(ObjectNode quantity, JsonNode value, String unit) {
        quantity.set("value", value);
        quantity.put("unit", unit).put("system", "http://unitsofmeasure.org").put("code", unit);
    }

    private void addFindings() {
        for (String[] yesOrNo : YES_OR_NO) {
            String fact = text(facts, yesOrNo[0], "");
            if (!fact.isEmpty() && !fact.equals("unknown")) {
                addFinding(yesOrNo[1]).put("valueBoolean", Set.of("true", "met").contains(fact));
            }
        }
        for (String[] coded : CODED) {
            switch (text(facts, coded[0], "")) {
                case "met" -> addCoded(coded[1], coded[2]);
                case "not_met" -> addCoded(coded[1], coded[3]);
                default -> {}
            }
        }
        if (facts.has("lesionCount")) {
            addFinding("lesion-count")
                    .put("valueInteger", facts.path("lesionCount").asInt());
        }
        if (facts.has("portalVein")) {
            addCoded("portal-vein-involvement", facts.path("portalVein").asText());
        }
    }

    /** The M category says nothing about metastases of a primary elsewhere. */
    private void addSpread() {
        String spread = text(facts, "extrahepatic", "");
        boolean metastases = Vignette.stream(facts.path("conditions"))
                .anyMatch(fact ->
                        Set.of("C78.7", "94381002").contains(fact.path("code").asText()));
        if (spread.equals("met")) {
            addCoded("extrahepatic-disease", "present");
        } else if (spread.equals("not_met") && style == Style.MCODE && !metastases) {
            code(addObservation(LOINC, "21907-1", DAY).putObject("valueCodeableConcept"), SNOMED, "1229901006");
        } else if (spread.equals("not_met")) {
            addCoded("extrahepatic-disease", "absent");
        }
    }

    private void addLaboratory() {
        addLab("bilirubinMgDl", "1975-2", "mg/dL");
        addLab("bilirubinUmolL", "14631-6", "umol/L");
        addLab("inr", "6301-6", "{INR}");
        addLab("platelets", "777-3", "10*3/uL");
        if (facts.has("childPugh")) {
            Map<String, String> classes = Map.of("A", "710065009", "B", "710066005", "C", "710067001");
            ObjectNode score = addObservation(SNOMED, "3191000175106", DAY);
            code(
                    score.putObject("valueCodeableConcept"),
                    SNOMED,
                    classes.get(facts.path("childPugh").asText()));
        }
        if (facts.has("ecog")) {
            addObservation(LOINC, "89247-1", DAY)
                    .put("valueInteger", facts.path("ecog").asInt());
        }
        if (text(facts, "pregnant", "").equals("met")) {
            code(addObservation(LOINC, "82810-3", DAY).putObject("valueCodeableConcept"), SNOMED, "77386006");
        }
    }

    private void addLab(String fact, String code, String unit) {
        if (facts.has(fact)) {
            quantity(addObservation(LOINC, code, DAY).putObject("valueQuantity"), facts.path(fact), unit);
        }
    }

    private void addCautions() {
        if (text(facts, "portalHypertension", "").equals("met")) {
            addCondition(JsonNodeFactory.instance.objectNode().put("code", "K76.6"));
        }
        if (facts.has("anticoagulant")) {
            ObjectNode request = addOfPatient("MedicationRequest", "subject").put("status", "active");
            code(request.put("intent", "order").putObject("medicationCodeableConcept"), RXNORM, "11289");
        }
        if (facts.has("contrastAllergy")) {
            code(addOfPatient("AllergyIntolerance", "patient").putObject("code"), SNOMED, "426722004");
        }
    }

    private void addProcedure(JsonNode fact) {
        ObjectNode procedure = addOfPatient("Procedure", "subject").put("status", text(fact, "status", "completed"));
        procedure.put("performedDateTime", fact.path("date").asText());
        code(
                procedure.putObject("code"),
                SNOMED,
                PROCEDURES.get(fact.path("type").asText()));
        code(procedure.putArray("bodySite").addObject(), SNOMED, "10200004");
        String target = lesions.getOrDefault(fact.path("target").asText(), "");
        if (target.startsWith("BodyStructure/")) {
            ObjectNode extension = procedure.putArray("extension").addObject().put("url", TARGET);
            extension.putObject("valueReference").put("reference", target);
        } else if (!target.isEmpty()) {
            procedure.putArray("reasonReference").addObject().put("reference", target);
        }
    }

    private static String text(JsonNode facts, String name, String otherwise) {
        return facts.path(name).asText(otherwise);
    }
}
