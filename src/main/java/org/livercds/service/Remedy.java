package org.livercds.service;

import java.util.Arrays;
import java.util.Optional;

/**
 * What to change where a prefetch key was not read, by the word that says why: a state of the key or a problem of the FHIR
 * server. The words are those of {@code data} in the evaluation. For engineers, in English.
 */
enum Remedy {
    ABSENT("send the key in prefetch, or a registered fhirServer"),
    ERROR("the client sent an OperationOutcome instead of the key: its own FHIR server or scopes say why"),
    UNUSABLE("send the key as FHIR R4 JSON: a Bundle of what was found, neither text nor HTML"),
    FOREIGN_PATIENT("send resources of context.patientId, whose absolute references name fhirServer"),
    PARTIAL("send all pages of the key in one Bundle, or a registered fhirServer, where they are followed"),
    ADDRESS_REFUSED("fhirServer leads to a private address: list it in livercds.fhir.private-addresses"),
    UNREACHABLE("nobody answers at fhirServer: look at DNS, network and certificate between the service and it"),
    TIMED_OUT("fhirServer takes longer than livercds.clients.NAME.deadline or livercds.deadline: raise it"),
    UNAUTHORIZED("fhirServer takes no such token: send a valid fhirAuthorization.access_token of token_type Bearer"),
    FORBIDDEN("fhirServer does not let the token read this: widen what it grants to fhirAuthorization.subject"),
    NOT_FOUND("fhirServer has no such address: send its FHIR base URL, with path, as fhirServer"),
    THROTTLED("fhirServer answers 429: raise its limit, or send the key in prefetch"),
    REJECTED("fhirServer refuses the query: send the key in prefetch"),
    SERVER_FAILED("fhirServer answers 5xx: its log says why; until then send the key in prefetch"),
    REDIRECTED("fhirServer redirects, which is not followed: send and register the address it redirects to"),
    NOT_FHIR_JSON("fhirServer answers with something else than FHIR JSON, such as a login page or XML"),
    OUTCOME("fhirServer answers with an OperationOutcome instead of data: its log says why"),
    TOO_LARGE("more than 1,000 entries or 10 MB at fhirServer: send the key in prefetch"),
    TOO_MANY_PAGES("more than 10 pages at fhirServer: let it give larger pages, or send the key in prefetch"),
    FOREIGN_LINK("the next page lies at another origin: let fhirServer name its pages by its registered address"),
    LOOP("fhirServer names a page a second time: its paging is broken; send the key in prefetch"),
    BUSY("16 calls of fhirServer are under way: send the key in prefetch, or make fhirServer faster"),
    RESTING("fhirServer failed too often or asked for a pause, and is left alone for some seconds"),
    OUT_OF_SCOPE("fhirAuthorization.scope does not allow it: add the scope of its type, as patient/Condition.rs");

    private final String change;

    Remedy(String change) {
        this.change = change;
    }

    /** Empty for a state that needs none. */
    static Optional<Remedy> of(String word) {
        return Arrays.stream(values())
                .filter(remedy -> remedy.name().equals(word))
                .findFirst();
    }

    String sentence() {
        return name() + ": " + change + ".";
    }
}
