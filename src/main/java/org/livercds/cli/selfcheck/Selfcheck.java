package org.livercds.cli.selfcheck;

import java.util.List;
import java.util.Map;
import org.livercds.outbound.ToolCalls;

/** Holds a service to the list. */
public final class Selfcheck {

    /** What is not looked at once for each service. */
    private static final List<String> OF_THE_WHOLE = List.of("transport.https", "discovery.");

    /** Why nothing was found about what begins so. */
    private static final Map<String, String> REASONS = Map.of(
            "token.", "no --key was given, or its tokens are not asked for or not accepted",
            "feedback.", "--no-feedback was given",
            "card.", "no answer had a card with it; --request gives a request that gets one",
            "suggestion.", "no card had a suggestion; --request gives a request that gets one",
            "action.", "no suggestion had such an action; --request gives a request that gets one",
            "link.", "no card had a link; --request gives a request that gets one");

    private Selfcheck() {}

    /** Hears how far it is. */
    public interface Progress {
        void at(int done, int all, String what);
    }

    /** @throws NoServiceException where there is nothing to check */
    public static Outcome run(Plan plan, Progress progress) throws NoServiceException {
        Requirements requirements = Requirements.ofJar();
        Ledger ledger = new Ledger(requirements);
        Wire wire = new Wire(plan.base(), new ToolCalls(plan.time()), plan.tokens());
        List<Service> services = chosen(plan, new DiscoveryCheck(wire, ledger).run());
        int all = services.size() * plan.checks().size();
        int done = 0;
        for (Service service : services) {
            Bodies bodies = new Bodies(service, plan.request(service));
            Asker asker = new Asker(wire, ledger, service, bodies, new AnswerRules(ledger, service));
            for (Check check : plan.checks()) {
                progress.at(done++, all, service.id());
                check.run(asker);
            }
            fillIn(ledger, requirements, service.id());
        }
        progress.at(all, all, "");
        List<String> ids = services.stream().map(Service::id).toList();
        return new Outcome(plan.base(), ids, ledger.findings(), ledger.figures());
    }

    private static List<Service> chosen(Plan plan, List<Service> services) throws NoServiceException {
        if (plan.service().isEmpty()) {
            return services;
        }
        String id = plan.service().get();
        List<Service> chosen =
                services.stream().filter(service -> service.id().equals(id)).toList();
        if (chosen.isEmpty()) {
            List<String> ids = services.stream().map(Service::id).toList();
            throw new NoServiceException("--service " + id + " is not in discovery, which lists "
                    + Printable.line(String.join(", ", ids), 500) + ".");
        }
        return chosen;
    }

    private static void fillIn(Ledger ledger, Requirements requirements, String service) {
        for (Requirement requirement : requirements.all()) {
            String id = requirement.id();
            if (OF_THE_WHOLE.stream().noneMatch(id::startsWith) && !ledger.knows(id, service)) {
                String group = id.substring(0, id.indexOf('.') + 1);
                ledger.unchecked(id, service, REASONS.getOrDefault(group, "no answer gave occasion to"));
            }
        }
    }
}
