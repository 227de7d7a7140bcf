package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.livercds.codes.ConceptSet;

/** Writes resources into the chart of one patient. */
final class ChartPen {

    private static final String CODE_SYSTEM = "http://terminology.hl7.org/CodeSystem/";
    private static final String NARRATIVE =
            "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>%s</p><p>Synthetic data, of nobody.</p></div>";

    private final Person person;
    private final Terms terms;
    private final Dice dice;
    private final List<ObjectNode> resources = new ArrayList<>();

    ChartPen(Person person, Terms terms, Dice dice) {
        this.person = person;
        this.terms = terms;
        this.dice = dice;
    }

    List<ObjectNode> resources() {
        return resources;
    }

    ObjectNode resource(String type, String subject) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resources.add(resource);
        resource.put("resourceType", type).put("id", dice.uuid());
        resource.putObject("meta").put("versionId", "1").put("source", "urn:synthetic");
        resource.putObject(subject).put("reference", EverydayCare.reference(person, dice));
        return resource;
    }

    ObjectNode condition(Term term, String clinical, String verification, LocalDate day) {
        ObjectNode condition = resource("Condition", "subject");
        coded(condition.putObject("clinicalStatus"), CODE_SYSTEM + "condition-clinical", clinical);
        coded(condition.putObject("verificationStatus"), CODE_SYSTEM + "condition-ver-status", verification);
        String category = dice.chance(0.6) ? "problem-list-item" : "encounter-diagnosis";
        coded(condition.putArray("category").addObject(), CODE_SYSTEM + "condition-category", category);
        code(condition, "code", term);
        narrate(condition, term);
        return condition.put("recordedDate", day.toString());
    }

    ObjectNode active(ConceptSet set, LocalDate day) {
        return condition(terms.any(set, dice), "active", "confirmed", day);
    }

    /** @param day left out where it is null */
    ObjectNode observation(Term term, LocalDate day) {
        ObjectNode observation =
                resource("Observation", "subject").put("status", dice.chance(0.9) ? "final" : "amended");
        code(observation, "code", term);
        narrate(observation, term);
        return day == null ? observation : observation.put("effectiveDateTime", day.toString());
    }

    void value(String finding, String value, LocalDate day) {
        code(observation(terms.finding(finding), day), "valueCodeableConcept", terms.value(value));
    }

    void yesOrNo(String finding, boolean value, LocalDate day) {
        observation(terms.finding(finding), day).put("valueBoolean", value);
    }

    void number(String finding, int value, LocalDate day) {
        observation(terms.finding(finding), day).put("valueInteger", value);
    }

    ObjectNode procedure(ConceptSet set, String status, LocalDate day) {
        ObjectNode procedure = resource("Procedure", "subject").put("status", status);
        Term term = terms.any(set, dice);
        code(procedure, "code", term);
        narrate(procedure, term);
        return procedure.put("performedDateTime", day.toString());
    }

    void medication(ConceptSet set, LocalDate day) {
        ObjectNode request = resource("MedicationRequest", "subject").put("status", "active");
        code(
                request.put("intent", "order").put("authoredOn", day.toString()),
                "medicationCodeableConcept",
                terms.any(set, dice));
    }

    void allergy(ConceptSet set) {
        code(resource("AllergyIntolerance", "patient"), "code", terms.any(set, dice));
    }

    static void code(ObjectNode resource, String member, Term term) {
        ObjectNode concept = resource.putObject(member);
        coded(concept, term.system(), term.code()).put("display", term.display());
        concept.put("text", term.display());
    }

    static ObjectNode coded(ObjectNode concept, String system, String code) {
        return concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    static void absent(ObjectNode resource) {
        coded(resource.putObject("dataAbsentReason"), CODE_SYSTEM + "data-absent-reason", "unknown");
    }

    private void narrate(ObjectNode resource, Term term) {
        if (dice.chance(0.3)) {
            resource.putObject("text").put("status", "generated").put("div", NARRATIVE.formatted(term.display()));
        }
    }

    void sometimes(double probability, Consumer<ChartPen> entry) {
        if (dice.chance(probability)) {
            entry.accept(this);
        }
    }
}
