package org.livercds.cli.selfcheck;

import java.util.function.IntPredicate;

/** Which statuses are right. */
final class Statuses {

    static final IntPredicate OK = status -> status == 200;
    static final IntPredicate GOOD = status -> status / 100 == 2;
    static final IntPredicate REFUSED = status -> status / 100 == 4;
    static final IntPredicate GOOD_OR_REFUSED = GOOD.or(REFUSED);
    static final IntPredicate OK_OR_DATA_MISSING = status -> status == 200 || status == 412;
    static final IntPredicate NOT_READ = status -> status == 400 || status == 422;
    static final IntPredicate NOT_FOUND = status -> status == 404;
    static final IntPredicate NOT_SO = status -> status == 405 || status == 404 || status == 501;
    static final IntPredicate OK_OR_BUSY = status -> status == 200 || status == 429 || status == 503;

    private Statuses() {}
}
