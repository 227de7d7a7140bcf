package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.concept;
import static org.livercds.fhir.PlainJson.reference;
import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.Condition;
import org.livercds.fhir.PlainJson.NotPlainException;

/** What Conditions of plain shape have. */
final class PlainCondition {

    private PlainCondition() {}

    static void read(Condition condition, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> condition.addIdentifier(PlainJson.identifier(one)));
            case "clinicalStatus" -> condition.setClinicalStatus(concept(value));
            case "verificationStatus" -> condition.setVerificationStatus(concept(value));
            case "category" -> all(value, one -> condition.addCategory(concept(one)));
            case "severity" -> condition.setSeverity(concept(value));
            case "code" -> condition.setCode(concept(value));
            case "bodySite" -> all(value, one -> condition.addBodySite(concept(one)));
            case "subject" -> condition.setSubject(reference(value));
            case "encounter" -> condition.setEncounter(reference(value));
            case "onsetDateTime" -> condition.setOnset(set(new PlainTime.OfDateTime(), value));
            case "abatementDateTime" -> condition.setAbatement(set(new PlainTime.OfDateTime(), value));
            case "recordedDate" -> set(condition.getRecordedDateElement(), value);
            case "recorder" -> condition.setRecorder(reference(value));
            case "asserter" -> condition.setAsserter(reference(value));
            default -> throw new NotPlainException();
        }
    }
}
