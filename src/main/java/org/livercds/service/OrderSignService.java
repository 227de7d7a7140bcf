package org.livercds.service;

import jakarta.inject.Singleton;

/** The hook order-sign: orders are signed. */
@Singleton
public final class OrderSignService extends OrderService {

    OrderSignService(OrderAnswer answer, Descriptions descriptions) {
        super(answer, descriptions, "order-sign", "orders are signed", 2);
    }
}
