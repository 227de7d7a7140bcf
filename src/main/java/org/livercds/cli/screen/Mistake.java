package org.livercds.cli.screen;

/** Why a line of an export cannot be used. */
enum Mistake {
    /** No JSON object, or one with a member twice, deeper than 100, or something behind it. */
    NOT_JSON("notJson"),
    /** Without {@code resourceType}. */
    NO_TYPE("noResourceType"),
    /** A Bundle: an export has one resource a line. */
    BUNDLE("bundle"),
    /** What the service asks for, without a patient that could be told: no one knows whose it is. */
    NO_PATIENT("noPatient"),
    /** Of a patient on another server than the first that was named: the same id there is another person. */
    OTHER_SERVER("otherServer"),
    /** Longer than the service would take a whole request. */
    TOO_LONG("tooLong");

    private final String code;

    Mistake(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
