package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.livercds.cli.selfcheck.SampleService.Reply;

/** How the sample service takes feedback. */
final class SampleFeedback {

    private SampleFeedback() {}

    static Reply reply(ObjectNode body, Predicate<Defect> has) {
        if (has.test(Defect.NO_FEEDBACK)) {
            return new Reply(404, SampleJson.outcome("There is no such address."));
        }
        boolean list = body != null && body.path("feedback").isArray();
        return list ? items(body.path("feedback"), has) : new Reply(has.test(Defect.ANY_FEEDBACK) ? 200 : 400, bad());
    }

    private static Reply items(JsonNode items, Predicate<Defect> has) {
        boolean taken = items.size() == 1 || !has.test(Defect.ONE_ITEM_ONLY);
        for (JsonNode item : items) {
            boolean accepted = item.path("outcome").asText().equals("accepted");
            taken &= !has.test(accepted ? Defect.ACCEPTED_IS_BAD : Defect.OVERRIDDEN_IS_BAD);
            taken &= accepted || item.has("overrideReason") || !has.test(Defect.REASON_IS_NEEDED);
        }
        return taken ? new Reply(200, null) : new Reply(400, bad());
    }

    private static JsonNode bad() {
        return SampleJson.outcome("Not understood.");
    }
}
