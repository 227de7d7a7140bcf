package org.livercds.hooks;

/**
 * Why a call is refused: a status, the code of the OperationOutcome, and a text that names what to change: a field of the
 * request, a header, or a setting of the service. Nothing of the request stands in it.
 */
public enum Refusal {
    NOT_JSON(
            400,
            "structure",
            "The body is not valid JSON: one object in UTF-8, no duplicate keys, nothing behind it, at most"
                    + " 100 levels deep."),
    NOT_A_HOOK_REQUEST(
            400,
            "structure",
            "The body is not a CDS Hooks request: send hook, fhirServer and context.userId as text, or leave"
                    + " them out."),
    NO_CONTEXT(400, "required", "The request has no object context: send one with patientId and userId."),
    NO_PATIENT_ID(
            400,
            "required",
            "context.patientId is missing or is no id: send the FHIR id as text, of letters, digits, dot,"
                    + " hyphen and underscore, at most 256."),
    PREFETCH_NOT_AN_OBJECT(
            400,
            "structure",
            "prefetch is not an object with one value for each key: send one, or leave prefetch out."),
    OTHER_HOOK(
            400,
            "value",
            "The hook of the request is not the hook of this service: call the service that GET /cds-services"
                    + " lists for it, or correct hook."),
    WRONG_PATIENT(
            400,
            "conflict",
            "The prefetched Patient is not the patient of context.patientId: send both of the chart that is"
                    + " open."),
    NOT_A_CHART(
            400, "structure", "The body is no FHIR R4 Bundle with a Patient that has an id: add one to Bundle.entry."),
    TOKEN_OF_ANOTHER_PATIENT(
            400,
            "conflict",
            "fhirAuthorization.patient is not the patient of context.patientId: send the token of the chart"
                    + " that is open."),
    NOT_A_CHANGE(
            400,
            "value",
            "changes may have lesions (references, centimetres), allListed, resectability and spread, each"
                    + " with a value that the finding has."),
    NOT_PREFETCHED(
            400,
            "incomplete",
            "The prefetch key observations is not in the request: what would have to be read from a server"
                    + " cannot be changed. Send it."),
    NO_FEEDBACK(
            400,
            "required",
            "There is no array feedback, or none of its items says what was done with a card of this service:"
                    + " each has card (the uuid of the card) and outcome (accepted or overridden)."),
    NOT_WEEKS(400, "value", "weeks is a number from 1 to 104."),
    NOT_FOUND(
            404,
            "not-found",
            "There is nothing at this address, or nothing for this client. GET /cds-services lists the"
                    + " services; who gets explanations and the summary is set by livercds.explain.clients and"
                    + " livercds.feedback.summary-clients."),
    METHOD_NOT_ALLOWED(
            405,
            "not-supported",
            "This method is not supported at this address: the header Allow names those that are."),
    NO_CONDITIONS(
            412,
            "incomplete",
            "The diagnosis cannot be known: the prefetch key conditions is missing or could not be read. Send"
                    + " it as GET /cds-services describes it, or send a fhirServer that is registered here, to be read"
                    + " instead."),
    SERVER_NOT_REGISTERED(
            412,
            "incomplete",
            "The diagnosis cannot be known: the prefetch key conditions is missing or could not be read, and"
                    + " the fhirServer of the call is not registered here for its client. Send the key, or list the"
                    + " server, written as the call writes it (livercds.clients.NAME.fhir-servers;"
                    + " livercds.fhir.allowed-servers without authentication)."),
    CONDITIONS_NOT_FETCHED(
            412,
            "incomplete",
            "The diagnosis cannot be known: the prefetch key conditions is missing or could not be read, and"
                    + " could not be read from the fhirServer of the call either. Send the key, or change what the word"
                    + " beside it says."),
    FHIR_DSTU2(
            412,
            "not-supported",
            "The data are of FHIR DSTU2 (1.0). This service reads FHIR R4 (4.0): take prefetch and fhirServer"
                    + " from the R4 address of the server."),
    FHIR_STU3(
            412,
            "not-supported",
            "The data are of FHIR STU3 (3.0). This service reads FHIR R4 (4.0): take prefetch and fhirServer"
                    + " from the R4 address of the server."),
    TOO_LARGE(
            413,
            "too-long",
            "The body is larger than 4 MB: leave large keys out of prefetch, to be read from fhirServer."),
    TOO_MUCH_FEEDBACK(413, "too-long", "The array feedback has more than 100 items. Send them in several calls."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "not-supported",
            "Set Content-Type to application/json or application/fhir+json, and send no Content-Encoding."),
    FEEDBACK_OVER_RATE(
            429,
            "throttled",
            "This client sends more feedback in a minute than it may (livercds.feedback.items-per-minute)."
                    + " Nothing of this call is kept: send it again after the time in Retry-After."),
    INTERNAL(
            500,
            "exception",
            "The service failed. Nothing was evaluated. Its log names the place" + " (org.livercds.web.ErrorMapper)."),
    BUSY(
            503,
            "throttled",
            "The service has more calls than it can take (livercds.most-calls, livercds.longest-wait). Try"
                    + " again after the time in Retry-After."),
    NOT_ON_RECORD(
            503,
            "transient",
            "The call cannot be put on record at the moment, and is not answered therefore"
                    + " (livercds.audit.on-failure). Try again after the time in Retry-After."),
    FEEDBACK_NOT_KEPT(
            503,
            "transient",
            "The feedback cannot be kept at the moment (livercds.feedback.store,"
                    + " livercds.feedback.directory). Send it again after the time in Retry-After."),
    SUMMARY_NOT_READ(
            503,
            "transient",
            "The summary cannot be read at the moment (livercds.feedback.store). Try again after the time in"
                    + " Retry-After.");

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
