package org.livercds.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.livercds.service.DemoRequests;
import org.livercds.service.PlainServices;

/**
 * A call that is undamaged.
 *
 * @param patient the name of the synthetic patient
 * @param order the name of the ordered treatment, empty where the chart is opened
 */
record ExampleRequest(String patient, String order, String hook, ObjectNode body) {

    /** Every patient with an opened chart, and with an order on either hook; one of them with every order. */
    static List<ExampleRequest> all() {
        List<ExampleRequest> all = new ArrayList<>();
        DemoRequests.NAMES.forEach(name -> all.add(new ExampleRequest(
                name, "", "patient-view", PlainServices.REQUESTS.unshifted(name).orElseThrow())));
        List<String> orders = PlainServices.REQUESTS.orders();
        for (int i = 0; i < DemoRequests.NAMES.size(); i++) {
            String name = DemoRequests.NAMES.get(i);
            all.add(ordering(name, orders.get(i % orders.size()), "order-select"));
            all.add(ordering(name, orders.get((i + 1) % orders.size()), "order-sign"));
        }
        orders.forEach(order -> all.add(ordering("unresectable-liver-only-hcc", order, "order-sign")));
        return all;
    }

    private static ExampleRequest ordering(String name, String order, String hook) {
        return new ExampleRequest(
                name,
                order,
                hook,
                PlainServices.REQUESTS.ordering(name, order, hook).orElseThrow());
    }

    @Override
    public String toString() {
        return (hook + " " + order).strip() + " of " + patient;
    }
}
