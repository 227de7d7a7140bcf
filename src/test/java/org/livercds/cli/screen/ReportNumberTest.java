package org.livercds.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0",
        "1, 10, 10.0",
        "1, 3, 33.3",
        "2, 3, 66.7",
        "1, 8, 12.5",
        "1, 1000, 0.1",
        "1, 2001, under 0.1",
        "1, 2000, 0.1",
        "391, 280, 139.6",
        "0, 0, –",
        "5, 0, –",
        "9223372036854775807, 9223372036854775807, 100.0"
    })
    void shares_are_written_to_the_tenth(long count, long of, String written) {
        assertEquals(written, ReportNumber.per100(count, of));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, '1,000'", "1234567, '1,234,567'"})
    void thousands_are_set_apart(long number, String written) {
        assertEquals(written, ReportNumber.whole(number));
    }
}
