package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Requests with which something is wrong. */
final class RequestCheck implements Check {

    /** None of these is a JSON object. */
    private static final Map<String, String> NOT_READABLE = Map.of(
            "an empty body",
            "",
            "half an object",
            "{\"hook\":",
            "a list",
            "[]",
            "a word that is no JSON",
            "{\"hook\": " + Person.fresh().family() + "}");

    @Override
    public void run(Asker asker) {
        Service service = asker.service();
        NOT_READABLE.forEach((what, body) -> {
            Exchange answer = asker.expect("request.malformed", Call.of(service, what, body), Statuses.REFUSED);
            asker.ledger().judge("request.malformed-status", Statuses.NOT_READ.test(answer.status()), answer);
        });
        ObjectNode nobody = full(asker);
        nobody.remove("context");
        asker.expect("request.no-context", Call.of(service, "no context", nobody), Statuses.REFUSED);
        ObjectNode anonymous = full(asker);
        anonymous.withObject("/context").remove("patientId");
        asker.expect("request.no-patient", Call.of(service, "no patientId", anonymous), Statuses.REFUSED);
        ObjectNode other = full(asker).put("hook", "selfcheck-other-hook");
        asker.expect("request.wrong-hook", Call.of(service, "another hook", other), Statuses.REFUSED);
        incomplete(asker);
        addresses(asker);
    }

    /** Whether such a request is refused is the service's own choice. */
    private static void incomplete(Asker asker) {
        for (String member : List.of("hook", "hookInstance")) {
            ObjectNode body = full(asker);
            body.remove(member);
            asker.ask("no " + member, body);
        }
        ObjectNode body = full(asker);
        body.withObject("/context").remove("userId");
        asker.ask("no userId", body);
    }

    private static void addresses(Asker asker) {
        Call call = Call.of(asker.service(), "a service that does not exist", full(asker));
        asker.expect("request.unknown-service", call.at("/cds-services/selfcheck-no-such-service"), Statuses.NOT_FOUND);
        Call get = Call.of(asker.service(), "the method GET", "").by("GET");
        asker.expect("request.method", get, Statuses.NOT_SO);
        Call put = Call.of(asker.service(), "the method PUT", full(asker)).by("PUT");
        asker.expect("request.method", put, Statuses.NOT_SO);
        Call plain =
                Call.of(asker.service(), "the type text/plain", full(asker)).with("Content-Type", "text/plain");
        asker.expect("request.media-type", plain, Statuses.REFUSED);
    }

    private static ObjectNode full(Asker asker) {
        return asker.bodies().full(Person.fresh());
    }
}
