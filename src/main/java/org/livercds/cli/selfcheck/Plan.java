package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to check, and how.
 *
 * @param base what stands before {@code /cds-services}
 * @param service the only one to check
 * @param requests the user's own, each for the services of its hook
 * @param origin of a page that should be allowed to call
 * @param feedback whether some is sent
 * @param time for one answer
 * @param calls that are measured
 * @param most that half of them, and 95 of 100, may take
 */
public record Plan(
        URI base,
        Optional<String> service,
        List<ObjectNode> requests,
        Optional<Tokens> tokens,
        String origin,
        boolean feedback,
        Duration time,
        int calls,
        Duration most) {

    List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(
                new AnswerCheck(),
                new PrefetchCheck(),
                new ToleranceCheck(),
                new RequestCheck(),
                new CorsCheck(origin),
                new RepeatCheck(),
                new TokenCheck(),
                new LoadCheck(calls, most)));
        if (feedback) {
            checks.add(new FeedbackCheck());
        }
        return checks;
    }

    /** The user's request for a service, where there is one. */
    Optional<ObjectNode> request(Service service) {
        return requests.stream()
                .filter(request -> request.path("hook").asText().equals(service.hook()))
                .findFirst();
    }
}
