package org.livercds.safety;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How bad, how likely, and what the matrix makes of both. */
record Rating(String severity, String likelihood, int risk) {

    private static final Pattern RATING = Pattern.compile("^([a-z]+), ([a-z ]+) \\((\\d)\\)");

    static Rating of(String cell) {
        Matcher rating = RATING.matcher(cell);
        if (!rating.find()) {
            throw new AssertionError("no rating: " + cell);
        }
        return new Rating(rating.group(1), rating.group(2), Integer.parseInt(rating.group(3)));
    }
}
