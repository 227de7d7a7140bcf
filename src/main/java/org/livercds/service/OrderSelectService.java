package org.livercds.service;

import jakarta.inject.Singleton;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;

/** The hook order-select: an order is drafted. */
@Singleton
public final class OrderSelectService implements CdsService {

    private static final String ID = "liver-cancer-order-select";
    private static final String HOOK = "order-select";
    private static final int NUMBER = 1;

    private final OrderAnswer answer;
    private final Discovery.Service description;

    OrderSelectService(OrderAnswer answer, Descriptions descriptions) {
        this.answer = answer;
        this.description = descriptions.of(
                HOOK,
                ID,
                "Liver cancer: criteria when an order is drafted",
                "Warns when a treatment of the liver is ordered whose published criterion is not met for this patient, or"
                        + " cannot be judged because an essential datum is missing or out of date, and shows what fits."
                        + " Advisory, for clinicians; silent about every other order.");
    }

    @Override
    public Discovery.Service description() {
        return description;
    }

    @Override
    public int number() {
        return NUMBER;
    }

    @Override
    public HookResponse answer(HookRequest request, Caller caller) {
        Calls.requireHook(request, HOOK);
        return answer.to(request, caller, NUMBER);
    }
}
