package org.livercds.service;

import jakarta.inject.Singleton;

/** The hook order-select: an order is drafted. */
@Singleton
public final class OrderSelectService extends OrderService {

    OrderSelectService(OrderAnswer answer, Descriptions descriptions) {
        super(answer, descriptions, "order-select", "an order is drafted", 1);
    }
}
