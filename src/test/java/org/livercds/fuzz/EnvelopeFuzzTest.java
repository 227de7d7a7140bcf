package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.PlainServices;

/** Any bytes as the body of a call. */
class EnvelopeFuzzTest {

    static Stream<Arguments> seeds() {
        return Stream.of(
                        "{\"hook\":\"patient-view\",\"context\":{\"patientId\":\"p1\"},\"prefetch\":{\"conditions\":null}}",
                        "{\"context\":{\"patientId\":\"Patient/p\",\"userId\":\"Practitioner/1\"},\"fhirServer\":\"https://x/\","
                                + "\"prefetch\":{\"conditions\":{\"resourceType\":\"Bundle\",\"entry\":[]}}}",
                        "{\"a\":1,\"a\":2}",
                        "{\"a\":1E+1000000000,\"b\":-1e-999999999,\"c\":0.10}",
                        "{\"text\":{\"div\":\"<div>\",\"status\":\"x\"},\"a\":\"\\ud800\\u202e\"}",
                        "{}{}",
                        "[".repeat(101))
                .map(text -> arguments((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void a_body_is_answered_or_refused(byte[] body) {
        if (body == null) {
            return;
        }
        for (String hook : List.of("patient-view", "order-sign")) {
            try {
                HookResponse answer = PlainServices.answer(hook, body);
                CardRules.check(answer.cards());
            } catch (RefusedException refused) {
                assertTrue(refused.refusal().status() < 500);
            }
        }
        try {
            byte[] written = WireJson.write(WireJson.readObject(body));
            assertArrayEquals(written, WireJson.write(WireJson.readObject(written)));
        } catch (RefusedException noJson) {
            assertTrue(noJson.refusal().status() < 500);
        }
    }
}
