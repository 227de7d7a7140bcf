package org.livercds.hooks;

/**
 * Why a call is refused: a status, the code of the OperationOutcome, and a sentence that helps the caller. Nothing of
 * the request stands in it.
 */
public enum Refusal {
    NOT_JSON(400, "structure", "The body is not valid JSON: one object, no duplicate keys, at most 100 levels deep."),
    NOT_A_HOOK_REQUEST(400, "structure", "The body is not a CDS Hooks request: hook, userId and fhirServer are text."),
    NO_CONTEXT(400, "required", "The request has no context object."),
    NO_PATIENT_ID(
            400,
            "required",
            "context.patientId is missing or is no id: letters, digits, dot, hyphen and underscore, at most 256."),
    PREFETCH_NOT_AN_OBJECT(400, "structure", "prefetch is not an object with one value for each key."),
    OTHER_HOOK(400, "value", "The hook of the request is not the hook of this service."),
    WRONG_PATIENT(400, "conflict", "The prefetched Patient is not the patient of context.patientId."),
    NOT_A_CHART(400, "structure", "The body is no FHIR R4 Bundle with a Patient that has an id."),
    TOKEN_OF_ANOTHER_PATIENT(400, "conflict", "fhirAuthorization.patient is not the patient of context.patientId."),
    NOT_A_CHANGE(
            400,
            "value",
            "changes may have lesions (references, centimetres), allListed, resectability and spread, each with a value"
                    + " that the finding has."),
    NOT_PREFETCHED(
            400,
            "incomplete",
            "The prefetch key observations is not in the request: what would have to be read from a server cannot be"
                    + " changed."),
    NO_FEEDBACK(
            400,
            "required",
            "There is no array feedback, or none of its items says what was done (accepted, overridden) with a card of"
                    + " this service."),
    NOT_WEEKS(400, "value", "weeks is a number from 1 to 104."),
    NOT_FOUND(404, "not-found", "There is nothing at this address. GET /cds-services lists the services."),
    METHOD_NOT_ALLOWED(405, "not-supported", "This method is not supported at this address."),
    NO_CONDITIONS(
            412,
            "incomplete",
            "The diagnosis cannot be known: the prefetch key conditions is missing or could not be read."),
    SERVER_NOT_REGISTERED(
            412,
            "incomplete",
            "The diagnosis cannot be known: the prefetch key conditions is missing or could not be read, and the"
                    + " fhirServer of the call is not registered here for its client (fhir-servers of livercds.clients;"
                    + " livercds.fhir.allowed-servers without authentication)."),
    CONDITIONS_NOT_FETCHED(
            412,
            "incomplete",
            "The diagnosis cannot be known: the prefetch key conditions is missing or could not be read, and could not"
                    + " be read from the fhirServer of the call either."),
    FHIR_DSTU2(412, "not-supported", "The data are of FHIR DSTU2 (1.0). This service reads FHIR R4 (4.0)."),
    FHIR_STU3(412, "not-supported", "The data are of FHIR STU3 (3.0). This service reads FHIR R4 (4.0)."),
    TOO_LARGE(413, "too-long", "The body is larger than 4 MB."),
    TOO_MUCH_FEEDBACK(413, "too-long", "The array feedback has more than 100 items. Send them in several calls."),
    UNSUPPORTED_MEDIA_TYPE(415, "not-supported", "Send application/json or application/fhir+json, not encoded."),
    FEEDBACK_OVER_RATE(
            429,
            "throttled",
            "This client sends more feedback in a minute than it may. Nothing of this call is kept: send it again after the"
                    + " time in Retry-After."),
    INTERNAL(500, "exception", "The service failed. Nothing was evaluated."),
    BUSY(503, "throttled", "The service has more calls than it can take. Try again in a second."),
    NOT_ON_RECORD(
            503,
            "transient",
            "The call cannot be put on record at the moment, and is not answered therefore. Try again later."),
    FEEDBACK_NOT_KEPT(503, "transient", "The feedback cannot be kept at the moment. Send it again later."),
    SUMMARY_NOT_READ(503, "transient", "The summary cannot be read at the moment. Try again later.");

    private final int status;
    private final String code;
    private final String sentence;

    Refusal(int status, String code, String sentence) {
        this.status = status;
        this.code = code;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }
}
