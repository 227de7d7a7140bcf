package org.livercds.service;

import jakarta.inject.Singleton;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;

/** The hook order-sign: orders are signed. */
@Singleton
public final class OrderSignService implements CdsService {

    private static final String ID = "liver-cancer-order-sign";
    private static final String HOOK = "order-sign";
    private static final int NUMBER = 2;

    private final OrderAnswer answer;
    private final Discovery.Service description;

    OrderSignService(OrderAnswer answer, Descriptions descriptions) {
        this.answer = answer;
        this.description = descriptions.of(
                HOOK,
                ID,
                "Liver cancer: criteria when orders are signed",
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
