package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.concept;
import static org.livercds.fhir.PlainJson.each;
import static org.livercds.fhir.PlainJson.only;
import static org.livercds.fhir.PlainJson.reference;
import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedurePerformerComponent;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatusEnumFactory;
import org.livercds.fhir.PlainJson.NotPlainException;

/** What Procedures of plain shape have. */
final class PlainProcedure {

    private static final ProcedureStatusEnumFactory STATUSES = new ProcedureStatusEnumFactory();

    private PlainProcedure() {}

    static void read(Procedure procedure, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> procedure.addIdentifier(PlainJson.identifier(one)));
            case "status" -> procedure.setStatusElement(set(new Enumeration<>(STATUSES), value));
            case "statusReason" -> procedure.setStatusReason(concept(value));
            case "category" -> procedure.setCategory(concept(value));
            case "code" -> procedure.setCode(concept(value));
            case "performedDateTime" ->
                procedure.setPerformed(only(procedure.getPerformed(), set(new PlainTime.OfDateTime(), value)));
            case "performedPeriod" -> procedure.setPerformed(only(procedure.getPerformed(), PlainJson.period(value)));
            case "bodySite" -> all(value, one -> procedure.addBodySite(concept(one)));
            case "outcome" -> procedure.setOutcome(concept(value));
            case "reasonCode" -> all(value, one -> procedure.addReasonCode(concept(one)));
            default -> refer(procedure, name, value);
        }
    }

    private static void refer(Procedure procedure, String name, JsonNode value) {
        switch (name) {
            case "subject" -> procedure.setSubject(reference(value));
            case "encounter" -> procedure.setEncounter(reference(value));
            case "recorder" -> procedure.setRecorder(reference(value));
            case "asserter" -> procedure.setAsserter(reference(value));
            case "performer" -> all(value, one -> procedure.addPerformer(performer(one)));
            case "location" -> procedure.setLocation(reference(value));
            case "basedOn" -> all(value, one -> procedure.addBasedOn(reference(one)));
            case "partOf" -> all(value, one -> procedure.addPartOf(reference(one)));
            case "reasonReference" -> all(value, one -> procedure.addReasonReference(reference(one)));
            case "report" -> all(value, one -> procedure.addReport(reference(one)));
            default -> throw new NotPlainException();
        }
    }

    private static ProcedurePerformerComponent performer(JsonNode json) {
        ProcedurePerformerComponent performer = new ProcedurePerformerComponent();
        each(json, (name, value) -> {
            switch (name) {
                case "function" -> performer.setFunction(concept(value));
                case "actor" -> performer.setActor(reference(value));
                case "onBehalfOf" -> performer.setOnBehalfOf(reference(value));
                default -> throw new NotPlainException();
            }
        });
        return performer;
    }
}
