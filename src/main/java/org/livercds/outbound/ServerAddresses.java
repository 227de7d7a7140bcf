package org.livercds.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The addresses of one host: looked up anew by each fetch, but one look-up at a time. */
final class ServerAddresses {

    private final String host;
    private final AddressLookup lookup;
    private final Executor executor;
    private CompletableFuture<List<InetAddress>> running = CompletableFuture.completedFuture(List.of());

    ServerAddresses(String host, AddressLookup lookup, Executor executor) {
        this.host = host;
        this.lookup = lookup;
        this.executor = executor;
    }

    /** At least one address, and each of them may be called: a name that leads to two worlds is not trusted. */
    CompletableFuture<List<InetAddress>> checkedFor(FhirServer server) {
        return find().thenApply(addresses -> {
            if (addresses.isEmpty()) {
                throw new FetchException(FetchProblem.UNREACHABLE);
            }
            if (!addresses.stream().allMatch(server::mayCall)) {
                throw new FetchException(FetchProblem.ADDRESS_REFUSED);
            }
            return addresses;
        });
    }

    private synchronized CompletableFuture<List<InetAddress>> find() {
        if (running.isDone()) {
            try {
                running = CompletableFuture.supplyAsync(this::found, executor);
            } catch (RejectedExecutionException tooManyNames) {
                running = CompletableFuture.failedFuture(new FetchException(FetchProblem.BUSY));
            }
        }
        return running;
    }

    private List<InetAddress> found() {
        try {
            return lookup.addressesOf(host);
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }
}
