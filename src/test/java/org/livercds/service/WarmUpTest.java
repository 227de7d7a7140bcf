package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.WireJson;

class WarmUpTest {

    @Test
    void the_golden_patients_get_their_cards_and_others_stop_the_start() {
        for (String name : DemoRequests.NAMES) {
            HookResponse answer = PlainServices.answer(
                    "patient-view",
                    WireJson.write(PlainServices.REQUESTS.today(name).orElseThrow()));
            WarmUp.requireGolden(name, answer);
            HookResponse otherwise = answer.cards().isEmpty()
                    ? PlainServices.answer(
                            "patient-view",
                            WireJson.write(PlainServices.REQUESTS
                                    .today("four-metastases")
                                    .orElseThrow()))
                    : new HookResponse(List.of(), answer.extension());
            if (List.of("three-metastases-under-3-cm", "no-liver-disease").contains(name)) {
                assertTrue(assertThrows(StartRefusedException.class, () -> WarmUp.requireGolden(name, otherwise))
                        .getMessage()
                        .contains(name));
            }
        }
    }
}
