package org.livercds.silence;

import java.util.List;
import java.util.Optional;

/**
 * A patient who must not be heard of: no log line, metric or error of the whole suite may hold any of this. The families of
 * the synthetic patients, which most tests send, count as well.
 */
public final class Canary {

    public static final String FAMILY = "Canaryfamily";
    public static final String GIVEN = "Canarygiven";
    public static final String RECORD_NUMBER = "MRN-77310099";
    public static final String PATIENT_ID = "canary-patient-id";
    public static final String TOKEN = "canary-token-5521";
    public static final String JWT = "eyJhbGciOiJFUzM4NCJ9.eyJzdWIiOiJjYW5hcnkifQ.Y2FuYXJ5LXNpZ25hdHVyZQ";

    public static final List<String> ALL = List.of(FAMILY, GIVEN, RECORD_NUMBER, PATIENT_ID, TOKEN, JWT);

    private static final List<String> FAMILIES_OF_THE_EXAMPLES = List.of(
            "Example-Berg",
            "Example-Costa",
            "Example-Fischer",
            "Example-Haddad",
            "Example-Lind",
            "Example-Mwangi",
            "Example-Novak",
            "Example-Okoro",
            "Example-Ruiz",
            "Example-Silva",
            "Example-Tanaka",
            "Example-Weber");

    /** With it begins every token that a test signs. */
    private static final String ANY_TOKEN = "eyJhbGciOi";

    private Canary() {}

    public static Optional<String> in(String text) {
        return ALL.stream()
                .filter(text::contains)
                .findFirst()
                .or(() -> Optional.of(ANY_TOKEN).filter(text::contains))
                .or(() ->
                        FAMILIES_OF_THE_EXAMPLES.stream().filter(text::contains).findFirst());
    }
}
