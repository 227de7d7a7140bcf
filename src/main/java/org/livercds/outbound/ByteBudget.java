package org.livercds.outbound;

/** How many bytes a query may still bring, as they come and unpacked. */
record ByteBudget(int received, int unpacked) {

    static ByteBudget of(int bytes) {
        return new ByteBudget(bytes, bytes);
    }

    ByteBudget without(Page page) {
        return new ByteBudget(received - page.received(), unpacked - page.unpacked());
    }
}
