package org.livercds.explain;

import java.util.regex.Pattern;

/** Text of the chart that people see: only references are, and somebody may have written into one what is none. */
final class Shown {

    /** What is no character of a line of text: control, format and direction signs, line and paragraph ends, halves. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final int LONGEST = 120;

    private Shown() {}

    static String of(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        int end = seen.offsetByCodePoints(0, Math.min(LONGEST, seen.codePointCount(0, seen.length())));
        return seen.substring(0, end);
    }
}
