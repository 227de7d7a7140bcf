package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.Condition;
import org.livercds.fhir.PlainJson.NotPlainException;

/** What Conditions of plain shape have. */
final class PlainCondition {

    private PlainCondition() {}

    static void read(PlainElements elements, Condition condition, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> condition.addIdentifier(PlainJson.identifier(one)));
            case "clinicalStatus" -> condition.setClinicalStatus(elements.concept(value));
            case "verificationStatus" -> condition.setVerificationStatus(elements.concept(value));
            case "category" -> all(value, one -> condition.addCategory(elements.concept(one)));
            case "severity" -> condition.setSeverity(elements.concept(value));
            case "code" -> condition.setCode(elements.concept(value));
            case "bodySite" -> all(value, one -> condition.addBodySite(elements.concept(one)));
            case "subject" -> condition.setSubject(elements.reference(value));
            case "encounter" -> condition.setEncounter(elements.reference(value));
            case "onsetDateTime" -> condition.setOnset(set(new PlainTime.OfDateTime(), value));
            case "abatementDateTime" -> condition.setAbatement(set(new PlainTime.OfDateTime(), value));
            case "recordedDate" -> set(condition.getRecordedDateElement(), value);
            case "recorder" -> condition.setRecorder(elements.reference(value));
            case "asserter" -> condition.setAsserter(elements.reference(value));
            default -> throw new NotPlainException();
        }
    }
}
