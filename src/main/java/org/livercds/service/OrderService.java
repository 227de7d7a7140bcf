package org.livercds.service;

import org.livercds.hooks.Caller;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.HookRequest;

/** What the hooks about orders have in common: all but the moment. */
abstract class OrderService implements CdsService {

    private static final String DESCRIPTION =
            "Warns when a treatment of the liver is ordered whose published criterion is not met for this patient, or"
                    + " cannot be judged because an essential datum is missing or out of date, and shows what fits."
                    + " Advisory, for clinicians; silent about every other order.";

    private final OrderAnswer answer;
    private final Discovery.Service description;
    private final int number;

    /** @param moment when the hook is called, for people */
    OrderService(OrderAnswer answer, Descriptions descriptions, String hook, String moment, int number) {
        this.answer = answer;
        this.description =
                descriptions.of(hook, "liver-cancer-" + hook, "Liver cancer: criteria when " + moment, DESCRIPTION);
        this.number = number;
    }

    @Override
    public Discovery.Service description() {
        return description;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Answer answer(HookRequest request, Caller caller) {
        Calls.requireHook(request, description.hook());
        return answer.to(request, caller, this);
    }
}
