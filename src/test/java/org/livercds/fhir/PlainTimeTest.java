package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.parser.DataFormatException;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without HAPI's calendars is what these say, or is left to them. */
class PlainTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T09:15:00Z, 2026-11-03T09:15:00Z",
        "2026-11-03T09:15:00+00:00, 2026-11-03T09:15:00Z",
        "2026-11-03T09:15:00.5-05:30, 2026-11-03T14:45:00.500Z",
        "2026-11-03T09:15:00.123456789+13:59, 2026-11-02T19:16:00.123Z",
        "2024-02-29T23:59:59.07Z, 2024-02-29T23:59:59.070Z",
        "1600-01-01T00:00:00Z, 1600-01-01T00:00:00Z"
    })
    void the_usual_form_is_read(String text, Instant instant) {
        assertEquals(Optional.of(instant), PlainTime.of(text));
        assertEquals(Optional.of(instant), byHapi(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-11-03",
                "2026-11-03T09:15Z",
                "2026-11-03T09:15:00",
                "2026-11-03T09:15:00.",
                "2026-11-03T09:15:00.1",
                "2026-11-03T09:15:00.Z",
                "2026-11-03T09:15:00.1234567890Z",
                "2026-11-03T09:15:60Z",
                "2026-11-03T24:00:00Z",
                "2026-02-29T09:15:00Z",
                "2026-13-01T09:15:00Z",
                "2026-11-00T09:15:00Z",
                "2026-11-03T09:15:00+14:00",
                "2026-11-03T09:15:00+05:60",
                "2026-11-03T09:15:00+0500",
                "2026-11-03T09:15:00Z ",
                " 2026-11-03T09:15:00Z",
                "2026-11-03t09:15:00Z",
                "٢٠٢٦-11-03T09:15:00Z",
                "1599-12-31T09:15:00Z"
            })
    void any_other_form_is_left_to_HAPI(String text) {
        assertEquals(Optional.empty(), PlainTime.of(text));
    }

    @Property(tries = 5000)
    void what_is_read_is_what_HAPI_reads(@ForAll("times") String text) {
        Optional<Instant> plain = PlainTime.of(text);
        assertTrue(plain.isEmpty() || plain.equals(byHapi(text)), () -> plain + " and not " + byHapi(text));
    }

    @Provide
    Arbitrary<String> times() {
        return Combinators.combine(
                        part(1500, 2100, 4),
                        part(0, 13, 2),
                        part(0, 32, 2),
                        part(0, 24, 2),
                        part(0, 60, 2),
                        part(0, 60, 2),
                        Arbitraries.of("", ".0", ".12", ".999", ".1234", "."),
                        Arbitraries.of("Z", "+00:00", "-00:00", "-13:30", "+05:45", "+14:00", "+25:00", "", "z"))
                .as((year, month, day, hour, minute, second, fraction, offset) ->
                        year + "-" + month + "-" + day + "T" + hour + ":" + minute + ":" + second + fraction + offset);
    }

    private static Arbitrary<String> part(int least, int most, int digits) {
        return Arbitraries.integers().between(least, most).map(number -> ("%0" + digits + "d").formatted(number));
    }

    private static Optional<Instant> byHapi(String text) {
        try {
            return Optional.of(new DateTimeType(text).getValue().toInstant());
        } catch (DataFormatException none) {
            return Optional.empty();
        }
    }
}
