package org.livercds.load;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service says of a patient when it is asked alone, but for the ids, which are new with every call. Read once
 * as text; then compared byte by byte, because that is done for every call of a load.
 */
final class RightAnswer {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ID = Pattern.compile(LoadPatient.PREFIX + "\\d{3}");

    private final byte[] bytes;
    private final BitSet free = new BitSet();
    private final String patient;

    private RightAnswer(String patient, byte[] bytes) {
        this.patient = patient;
        this.bytes = bytes.clone();
        Matcher ids = UUID.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (ids.find()) {
            free.set(ids.start(), ids.end());
        }
    }

    static RightAnswer of(String patient, byte[] bytes) {
        RightAnswer answer = new RightAnswer(patient, bytes);
        if (answer.isOfAnother(bytes)) {
            throw new IllegalStateException("asked for " + patient + " alone, the service names another patient");
        }
        return answer;
    }

    boolean isSameAs(byte[] other) {
        if (other.length != bytes.length) {
            return false;
        }
        for (int i = free.nextClearBit(0); i < bytes.length; i = free.nextClearBit(i + 1)) {
            if (other[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it names another patient than the call: suggested orders and their reasons name theirs. */
    boolean isOfAnother(byte[] other) {
        return ID.matcher(new String(other, StandardCharsets.ISO_8859_1))
                .results()
                .anyMatch(found -> !found.group().equals(patient));
    }

    /** Whether somebody could tell it from the answer about another patient. */
    boolean differsFrom(RightAnswer other) {
        return !isSameAs(other.bytes);
    }

    boolean namesItsPatient() {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(patient);
    }
}
