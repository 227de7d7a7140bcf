package org.livercds.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the running service answers to every ready request, to every draft order about every synthetic patient, and to
 * the ready requests with one prefetch key left out.
 */
final class Answers {

    private static final List<String> ORDER_HOOKS = List.of("order-select", "order-sign");
    private static final List<String> LEFT_OUT = List.of("observations", "labs", "procedures");

    private static List<Answer> all;

    private Answers() {}

    /** A call, its answer, and the time that it took. */
    record Answer(String hook, JsonNode request, JsonNode body, String type, long millis) {}

    /** Asked for once. */
    static synchronized List<Answer> all(List<String> patients, List<String> orders) {
        if (all == null) {
            List<Answer> answers = new ArrayList<>();
            for (String patient : patients) {
                answers.add(ask("patient-view", Ehr.demo(patient)));
                for (String key : LEFT_OUT) {
                    ObjectNode request = Ehr.demo(patient);
                    Ehr.object(request, "prefetch").remove(key);
                    answers.add(ask("patient-view", request));
                }
                for (String hook : ORDER_HOOKS) {
                    orders.forEach(order -> answers.add(ask(hook, Ehr.ordering(patient, hook, order))));
                }
            }
            all = List.copyOf(answers);
        }
        return all;
    }

    private static Answer ask(String hook, ObjectNode request) {
        long begin = System.nanoTime();
        Http.Reply reply = Ehr.post(hook, request);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Ehr.assertStatus(200, reply);
        return new Answer(hook, request, Ehr.json(reply.body()), reply.type(), millis);
    }
}
