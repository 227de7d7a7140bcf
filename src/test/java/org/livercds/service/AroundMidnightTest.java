package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.WireJson;

/** A clock that is five minutes wrong counts from another day for five minutes of each day, and changes nothing else. */
class AroundMidnightTest {

    private static final String EXAMPLE = "three-metastases-under-3-cm";

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, 2026-11-20",
        "2026-11-20T23:57:00Z, 2026-11-20",
        "2026-11-21T00:02:00Z, 2026-11-21",
        "2026-11-19T23:58:00Z, 2026-11-19"
    })
    void the_day_is_that_of_the_clock_and_the_advice_the_same(Instant now, String day) {
        HookResponse answer = at(now);
        assertEquals(day, answer.extension().evaluation().asOf().toString());
        assertEquals(offered(at(Instant.parse("2026-11-20T12:00:00Z"))), offered(answer));
    }

    private static List<String> offered(HookResponse answer) {
        return answer.extension().evaluation().recommendations().stream()
                .map(Object::toString)
                .toList();
    }

    private static HookResponse at(Instant now) {
        byte[] body = WireJson.write(PlainServices.REQUESTS.unshifted(EXAMPLE).orElseThrow());
        return PlainServices.with(Repeats.none(), Clock.fixed(now, ZoneOffset.UTC))
                .find("liver-cancer-patient-view")
                .orElseThrow()
                .answer(WireJson.readRequest(body), Caller.UNKNOWN)
                .response();
    }
}
