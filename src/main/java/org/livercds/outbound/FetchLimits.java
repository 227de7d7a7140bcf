package org.livercds.outbound;

import java.time.Duration;

/**
 * How much is fetched at most.
 *
 * @param pages of one query
 * @param entries of all pages of one query
 * @param bytes of all queries of one fetch, once as they come and once more unpacked
 * @param bulkhead calls of {@link FhirClient#fetchAll} under way on one server
 * @param breakerRest how long a server that fails is left alone
 */
public record FetchLimits(int pages, int entries, int bytes, int bulkhead, Duration breakerRest) {

    public static final FetchLimits STANDARD = new FetchLimits(10, 1_000, 10_000_000, 16, Duration.ofSeconds(5));
}
