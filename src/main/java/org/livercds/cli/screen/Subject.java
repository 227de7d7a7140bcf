package org.livercds.cli.screen;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a resource is, by what it says itself.
 *
 * @param server base address, where the reference is absolute; empty otherwise
 * @param id of the patient
 */
record Subject(String server, String id) {

    private static final String PLAIN = "Patient/";
    private static final int LONGEST = 256;
    private static final String ID = "[A-Za-z0-9._-]{1," + LONGEST + "}";
    private static final Pattern REFERENCE =
            Pattern.compile("(?:(https?://[^\\s?#]+)/)?(?:Patient/|urn:uuid:)(" + ID + ")(?:/_history/.*)?");

    /** By the id of a Patient. */
    static Optional<Subject> ofId(String id) {
        return of(PLAIN + id);
    }

    /** By a reference to a Patient. */
    static Optional<Subject> of(String reference) {
        if (isPlain(reference)) {
            return Optional.of(new Subject("", reference.substring(PLAIN.length())));
        }
        Matcher parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String server = parts.group(1);
        return Optional.of(new Subject(server == null ? "" : server, parts.group(2)));
    }

    /** As nearly all are, and seen without the pattern, which costs as much as the rest of the line. */
    private static boolean isPlain(String reference) {
        int length = reference.length() - PLAIN.length();
        if (length < 1 || length > LONGEST || !reference.startsWith(PLAIN)) {
            return false;
        }
        for (int i = PLAIN.length(); i < reference.length(); i++) {
            char one = reference.charAt(i);
            boolean plain = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
            if (!plain && one != '-' && one != '.' && one != '_') {
                return false;
            }
        }
        return true;
    }
}
