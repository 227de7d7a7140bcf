package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.HookResponse;
import org.livercds.service.PlainServices;

/** When a small lesion was measured, and when it was treated, in any words. */
class DateFuzzTest {

    private static final int CURRENT = 90;
    private static final LocalDate MEASURED = LocalDate.of(2026, 11, 10);
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(T.*)?)?)?", Pattern.DOTALL);

    /** A text, or near the day of the call: so many days before it, cut to so many characters, and a text behind it. */
    record When(
            @InRange(min = -400, max = 400) int daysAgo,
            @InRange(min = 0, max = 10) int length,
            String behind) {

        @Override
        public String toString() {
            String day = PlainServices.DAY.minusDays(daysAgo).toString();
            return day.substring(0, length) + (behind == null ? "" : behind);
        }

        /** The first and last day that it may be, a day of tolerance for zones; empty where it is no date. */
        Optional<LocalDate[]> days() {
            Matcher date = DATE.matcher(toString());
            if (!date.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(days(date));
            } catch (DateTimeException impossible) {
                return Optional.empty();
            }
        }

        private static LocalDate[] days(Matcher date) {
            int year = Integer.parseInt(date.group(1));
            if (date.group(2) == null) {
                return new LocalDate[] {
                    LocalDate.of(year, 1, 1), Year.of(year).atMonth(12).atEndOfMonth()
                };
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
            if (date.group(3) == null) {
                return new LocalDate[] {month.atDay(1), month.atEndOfMonth()};
            }
            LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
            int zone = date.group(4) == null ? 0 : 1;
            return new LocalDate[] {day.minusDays(zone), day.plusDays(zone)};
        }
    }

    static Stream<Arguments> seeds() {
        return Stream.of(
                arguments(new When(0, 10, ""), null),
                arguments(new When(-1, 10, ""), null),
                arguments(new When(90, 10, ""), new When(91, 10, "")),
                arguments(new When(91, 10, ""), null),
                arguments(new When(20, 7, ""), new When(20, 4, "")),
                arguments(new When(20, 4, ""), null),
                arguments(new When(0, 10, "T23:59:59-12:00"), null),
                arguments(new When(0, 10, "T00:00:00+14:00"), new When(30, 10, "T10:00")),
                arguments(new When(20, 0, "2026-02-30"), null),
                arguments(new When(20, 10, "T25:00:00Z"), null),
                arguments(new When(20, 8, ""), new When(0, 0, "+999999999-01-01")));
    }

    @MethodSource("seeds")
    @FuzzTest
    void only_what_is_surely_of_the_last_90_days_and_untreated_since_is_current(@NotNull When measured, When treated) {
        ObjectNode lesion = Chart.lesion("a", 20).put("effectiveDateTime", measured.toString());
        HookResponse alone = Chart.answer(Chart.metastases(), Chart.complete(), lesion);
        CardRules.check(alone.cards());
        if (Chart.recommended(alone).contains("ablation")) {
            LocalDate[] days = measured.days().orElseThrow(() -> new AssertionError("no date: " + measured));
            assertFalse(days[1].isBefore(PlainServices.DAY.minusDays(CURRENT)), measured::toString);
            assertFalse(days[0].isAfter(PlainServices.DAY), measured::toString);
            boolean day = measured.toString().length() >= MEASURED.toString().length();
            assertTrue(day || !days[0].isBefore(PlainServices.DAY.minusDays(CURRENT)), measured::toString);
        }
        if (treated != null) {
            HookResponse since = Chart.answer(
                    Chart.metastases(), Chart.complete(), Chart.lesion("a", 20), resection(treated.toString()));
            CardRules.check(since.cards());
            boolean surelyBefore =
                    treated.days().filter(days -> days[0].isBefore(MEASURED)).isPresent();
            assertTrue(surelyBefore || !Chart.recommended(since).contains("ablation"), treated::toString);
        }
    }

    private static ObjectNode resection(String day) {
        return Chart.json("{'resourceType':'Procedure','id':'p','status':'completed',"
                        + "'subject':{'reference':'Patient/p1'},"
                        + "'code':{'coding':[{'system':'http://snomed.info/sct','code':'71273005'}]}}")
                .put("performedDateTime", day);
    }
}
