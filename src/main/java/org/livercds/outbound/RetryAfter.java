package org.livercds.outbound;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How long a server asks to be left alone: seconds or an HTTP date, but never more than a minute. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final int SENSIBLE_DIGITS = 9;

    private RetryAfter() {}

    static Duration read(String header, Instant now) {
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return text.length() > SENSIBLE_DIGITS ? LONGEST : capped(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return capped(Duration.between(now, date.toInstant()));
        } catch (DateTimeException | ArithmeticException unreadable) {
            return Duration.ZERO;
        }
    }

    private static Duration capped(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
