package org.livercds.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** One query from its first page to its last. */
final class PageWalk {

    private static final int LONGEST_ADDRESS = 1_500;
    private static final Set<Integer> NO_POST = Set.of(404, 405, 415, 501);

    private final Conversation conversation;
    private final FhirQuery query;
    private final FetchWatch.Watched watched;
    private final CompletableFuture<Fetched> result = new CompletableFuture<>();
    private final List<ObjectNode> pages = new CopyOnWriteArrayList<>();
    private final Set<URI> seen = new HashSet<>();
    private int entries;
    private volatile Exchange running;

    PageWalk(Conversation conversation, FhirQuery query, FetchWatch.Watched watched) {
        this.conversation = conversation;
        this.query = query;
        this.watched = watched;
        result.thenAccept(fetched -> watched.ends(fetched.problem()));
    }

    CompletableFuture<Fetched> start() {
        if (!query.isAddressable()) {
            end(FetchProblem.REJECTED);
            return result;
        }
        URI base = conversation.server().base();
        URI address = query.below(base);
        seen.add(address);
        if (query.isSearch() && address.toString().length() > LONGEST_ADDRESS) {
            exchange(HttpCall.post(query.searchBelow(base), query.form()))
                    .whenComplete((page, failure) -> afterPost(page, failure, address));
        } else {
            get(address);
        }
        return result;
    }

    /** What is not there by now is late: its connection is closed. */
    Fetched endNow() {
        Exchange late = running;
        if (late != null && !result.isDone()) {
            late.fail(FetchProblem.TIMED_OUT);
        }
        end(FetchProblem.TIMED_OUT);
        return result.join();
    }

    private void afterPost(Page page, Throwable failure, URI address) {
        if (failure != null
                && NO_POST.contains(
                        FetchException.of(failure, FetchProblem.UNREACHABLE).status())) {
            get(address);
        } else {
            take(page, failure);
        }
    }

    private void get(URI address) {
        exchange(HttpCall.get(address)).whenComplete(this::take);
    }

    private CompletionStage<Page> exchange(HttpCall call) {
        Exchange next = new Exchange(conversation, call.in(watched.traceparent()));
        running = next;
        if (result.isDone() || conversation.deadline().isPast()) {
            return CompletableFuture.failedFuture(new FetchException(FetchProblem.TIMED_OUT));
        }
        return conversation.guard().protect(query.type(), next::start);
    }

    private void take(Page page, Throwable failure) {
        if (failure != null) {
            end(FetchException.of(failure, FetchProblem.UNREACHABLE).problem());
            return;
        }
        if (!query.isAnsweredBy(page)) {
            end(FetchProblem.NOT_FHIR_JSON);
            return;
        }
        entries += page.entries();
        if (entries > conversation.limits().entries()) {
            end(FetchProblem.TOO_LARGE);
            return;
        }
        pages.add(page.json());
        try {
            follow(page);
        } catch (FetchException refused) {
            end(refused.problem());
        }
    }

    private void follow(Page page) {
        Optional<URI> next = page.isBundle() && !query.firstPageSuffices()
                ? NextPage.of(page.json(), conversation.server())
                : Optional.empty();
        if (next.isEmpty()) {
            result.complete(Fetched.complete(pages));
        } else if (!seen.add(next.get())) {
            end(FetchProblem.LOOP);
        } else if (pages.size() == conversation.limits().pages()) {
            end(FetchProblem.TOO_MANY_PAGES);
        } else {
            get(next.get());
        }
    }

    private void end(FetchProblem problem) {
        result.complete(Fetched.cut(pages, problem));
    }
}
