package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.each;
import static org.livercds.fhir.PlainJson.only;
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

    static void read(PlainElements elements, Procedure procedure, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> procedure.addIdentifier(PlainJson.identifier(one)));
            case "status" -> procedure.setStatusElement(set(new Enumeration<>(STATUSES), value));
            case "statusReason" -> procedure.setStatusReason(elements.concept(value));
            case "category" -> procedure.setCategory(elements.concept(value));
            case "code" -> procedure.setCode(elements.concept(value));
            case "performedDateTime" ->
                procedure.setPerformed(only(procedure.getPerformed(), set(new PlainTime.OfDateTime(), value)));
            case "performedPeriod" -> procedure.setPerformed(only(procedure.getPerformed(), PlainJson.period(value)));
            case "bodySite" -> all(value, one -> procedure.addBodySite(elements.concept(one)));
            case "outcome" -> procedure.setOutcome(elements.concept(value));
            case "reasonCode" -> all(value, one -> procedure.addReasonCode(elements.concept(one)));
            default -> refer(elements, procedure, name, value);
        }
    }

    private static void refer(PlainElements elements, Procedure procedure, String name, JsonNode value) {
        switch (name) {
            case "subject" -> procedure.setSubject(elements.reference(value));
            case "encounter" -> procedure.setEncounter(elements.reference(value));
            case "recorder" -> procedure.setRecorder(elements.reference(value));
            case "asserter" -> procedure.setAsserter(elements.reference(value));
            case "performer" -> all(value, one -> procedure.addPerformer(performer(elements, one)));
            case "location" -> procedure.setLocation(elements.reference(value));
            case "basedOn" -> all(value, one -> procedure.addBasedOn(elements.reference(one)));
            case "partOf" -> all(value, one -> procedure.addPartOf(elements.reference(one)));
            case "reasonReference" -> all(value, one -> procedure.addReasonReference(elements.reference(one)));
            case "report" -> all(value, one -> procedure.addReport(elements.reference(one)));
            default -> throw new NotPlainException();
        }
    }

    private static ProcedurePerformerComponent performer(PlainElements elements, JsonNode json) {
        ProcedurePerformerComponent performer = new ProcedurePerformerComponent();
        each(json, (name, value) -> {
            switch (name) {
                case "function" -> performer.setFunction(elements.concept(value));
                case "actor" -> performer.setActor(elements.reference(value));
                case "onBehalfOf" -> performer.setOnBehalfOf(elements.reference(value));
                default -> throw new NotPlainException();
            }
        });
        return performer;
    }
}
