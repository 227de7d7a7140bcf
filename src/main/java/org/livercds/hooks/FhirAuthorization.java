package org.livercds.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a call brings for reading the EHR's FHIR server,
 * <a href="https://cds-hooks.hl7.org/2.0/#passing-the-access-token-to-the-cds-service">CDS Hooks 2.0</a>. Some clients
 * leave the token out, or write a scope that is none of SMART's.
 */
public record FhirAuthorization(Optional<String> accessToken, Optional<String> scope) {

    private static final String BEARER = "Bearer";

    /** Stands for a token that this service cannot use: no bearer token has a blank. */
    private static final String UNUSABLE = "no bearer token";

    /**
     * What is odd in it is passed over: it may not be needed.
     *
     * @throws RefusedException where the token is for another patient
     */
    static FhirAuthorization of(JsonNode authorization, String patientId) {
        boolean ofAnother = text(authorization, "patient")
                .map(patient -> patient.substring(patient.lastIndexOf('/') + 1))
                .filter(patient -> !patient.equals(patientId))
                .isPresent();
        if (ofAnother) {
            throw new RefusedException(Refusal.TOKEN_OF_ANOTHER_PATIENT);
        }
        boolean bearer =
                text(authorization, "token_type").map(BEARER::equalsIgnoreCase).orElse(true);
        Optional<String> token = text(authorization, "access_token");
        return new FhirAuthorization(bearer ? token : token.map(other -> UNUSABLE), text(authorization, "scope"));
    }

    private static Optional<String> text(JsonNode authorization, String field) {
        return Optional.of(authorization.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "FhirAuthorization";
    }
}
