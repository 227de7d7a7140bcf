package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a call brings for reading the EHR's FHIR server,
 * <a href="https://cds-hooks.hl7.org/2.0/#passing-the-access-token-to-the-cds-service">CDS Hooks 2.0</a>. Some clients
 * leave the token out, or write a scope that is none of SMART's.
 */
public record FhirAuthorization(Optional<String> accessToken, Optional<String> scope) {

    private static final FhirAuthorization NONE = new FhirAuthorization(Optional.empty(), Optional.empty());

    /** @throws RefusedException where the token is for another patient, or it is no object */
    static FhirAuthorization of(JsonNode authorization, String patientId) {
        if (authorization.isMissingNode() || authorization.isNull()) {
            return NONE;
        }
        if (!(authorization instanceof ObjectNode members)) {
            throw new RefusedException(Refusal.NOT_A_HOOK_REQUEST);
        }
        boolean ofAnother = HookRequest.text(members, "patient")
                .map(HookRequest::bareId)
                .filter(patient -> !patient.equals(patientId))
                .isPresent();
        if (ofAnother) {
            throw new RefusedException(Refusal.TOKEN_OF_ANOTHER_PATIENT);
        }
        return new FhirAuthorization(HookRequest.text(members, "access_token"), HookRequest.text(members, "scope"));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "FhirAuthorization";
    }
}
