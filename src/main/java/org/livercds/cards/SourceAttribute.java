package org.livercds.cards;

/** What a regulation asks of each service, in its order. */
enum SourceAttribute {
    BIBLIOGRAPHIC_CITATION("bibliographicCitation"),
    DEVELOPER("developer"),
    FUNDING_SOURCE("fundingSource"),
    RELEASE_AND_REVISION_DATES("releaseAndRevisionDates"),
    RACE("useOfRace"),
    ETHNICITY("useOfEthnicity"),
    LANGUAGE("useOfLanguage"),
    SEXUAL_ORIENTATION("useOfSexualOrientation"),
    GENDER_IDENTITY("useOfGenderIdentity"),
    SEX("useOfSex"),
    DATE_OF_BIRTH("useOfDateOfBirth"),
    SOCIAL_DETERMINANTS("useOfSocialDeterminantsOfHealth"),
    HEALTH_STATUS_ASSESSMENTS("useOfHealthStatusAssessments");

    private final String key;

    SourceAttribute(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    int number() {
        return ordinal() + 1;
    }

    /** Its value is yes or no. */
    boolean isUseOfData() {
        return ordinal() >= RACE.ordinal();
    }
}
