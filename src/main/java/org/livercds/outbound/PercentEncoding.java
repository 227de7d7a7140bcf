package org.livercds.outbound;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** RFC 3986: what is not allowed as it is becomes {@code %XX} of its UTF-8 bytes. */
final class PercentEncoding {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String RESERVED_MARKS = ":/?#[]@!$&'()*+,;=%";

    private PercentEncoding() {}

    /** A segment of a path, or a name or value of a query: only what is unreserved stays. */
    static String component(String text) {
        return encode(text, PercentEncoding::isUnreserved);
    }

    /** A name or value of a form, in which a blank is a plus. */
    static String form(String text) {
        return component(text).replace("%20", "+");
    }

    /** A whole address as servers write it: what can stand in one stays, what cannot is encoded. */
    static String address(String text) {
        return encode(text, octet -> isUnreserved(octet) || RESERVED_MARKS.indexOf(octet) >= 0);
    }

    private static String encode(String text, IntPredicate stays) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (stays.test(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(int octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet >= '0' && octet <= '9'
                || UNRESERVED_MARKS.indexOf(octet) >= 0;
    }
}
