package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Requests as clients send them, whatever the specification says. */
final class ToleranceCheck implements Check {

    private static final int LONG_ID = 200;

    @Override
    public void run(Asker asker) {
        Call charset = Call.of(asker.service(), "with a charset", asker.full())
                .with("Content-Type", "application/json; charset=utf-8");
        asker.expect("request.charset", charset, Statuses.OK);
        Call slash = Call.of(asker.service(), "a slash at the end", asker.full());
        asker.expect("request.slashes", slash.at(slash.path() + "/"), Statuses.OK);
        Exchange large = asker.ask("a megabyte", large(asker));
        asker.ledger().judge("request.large", Statuses.GOOD_OR_REFUSED.test(large.status()), large);
        expect(asker, "request.extension", "extensions of an EHR", extended(asker));
        ObjectNode unknown = full(asker).put("selfcheckUnknown", true);
        unknown.withObject("/context").put("selfcheckUnknown", "x");
        expect(asker, "request.unknown-fields", "members that nobody knows", unknown);
        ObjectNode instance = full(asker).put("hookInstance", "selfcheck/1");
        expect(asker, "request.instance", "a hookInstance that is no UUID", instance);
        Person person = Person.fresh();
        Person longId =
                new Person(person.id() + "x".repeat(LONG_ID - person.id().length()), person.family());
        expect(
                asker,
                "request.long-ids",
                "an id of 200 characters",
                asker.bodies().full(longId));
    }

    private static void expect(Asker asker, String requirement, String what, ObjectNode body) {
        asker.expect(requirement, Call.of(asker.service(), what, body), Statuses.OK);
    }

    private static ObjectNode extended(Asker asker) {
        ObjectNode body = full(asker);
        ObjectNode extension = body.withObject("/extension");
        extension.put("com.example.ehr.trigger", 60).put("com.example.ehr.specification-version", "1.1");
        extension.putObject("com.example.ehr.more").putArray("list").add("x");
        return body;
    }

    private static ObjectNode large(Asker asker) {
        ObjectNode body = full(asker);
        ArrayNode padding = body.withObject("/extension").putArray("com.example.selfcheck.padding");
        for (int kilobyte = 0; kilobyte < 1_024; kilobyte++) {
            padding.add("x".repeat(1_021));
        }
        return body;
    }

    private static ObjectNode full(Asker asker) {
        return asker.bodies().full(Person.fresh());
    }
}
