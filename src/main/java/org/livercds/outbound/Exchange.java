package org.livercds.outbound;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/** One request and its answer. Whatever fails it, also from outside, closes its connection. */
final class Exchange {

    private static final Duration WORTH_A_RETRY = Duration.ofMillis(200);

    /** So much of an answer that is of no use is read on, because that keeps the connection. */
    private static final int WORTH_A_CONNECTION = 65_536;

    private final Conversation conversation;
    private final HttpCall call;
    private final CompletableFuture<Page> page = new CompletableFuture<>();
    private final Buffer body = Buffer.buffer();
    private int ofNoUse;
    private volatile FetchException refusal;
    private volatile HttpClientRequest request;

    Exchange(Conversation conversation, HttpCall call) {
        this.conversation = conversation;
        this.call = call;
    }

    CompletionStage<Page> start() {
        conversation.addresses().whenCompleteAsync(this::connect, conversation.worker());
        return page;
    }

    /** What the head of the answer said goes before what happened to its body. */
    void fail(FetchProblem problem) {
        FetchException said = refusal;
        fail(said == null ? new FetchException(problem) : said);
    }

    private void fail(FetchException failure) {
        if (page.completeExceptionally(failure)) {
            close();
        }
    }

    /** Never in the midst of reading: Vert.x would lend the closed connection to the next request. */
    private void close() {
        try {
            conversation.worker().execute(() -> {
                HttpClientRequest open = request;
                if (open != null) {
                    open.reset();
                }
            });
        } catch (RejectedExecutionException closing) {
            // the client closes all connections
        }
    }

    private void connect(List<InetAddress> addresses, Throwable refusal) {
        if (refusal == null) {
            connect(addresses, 0);
        } else {
            fail(FetchException.of(refusal, FetchProblem.UNREACHABLE));
        }
    }

    private void connect(List<InetAddress> addresses, int attempt) {
        InetAddress address = addresses.get(attempt % addresses.size());
        conversation
                .http()
                .request(conversation.options(call, address))
                .onSuccess(this::send)
                .onFailure(failure -> {
                    if (attempt == 0 && failure instanceof ConnectException && isWorthARetry()) {
                        connect(addresses, 1);
                    } else {
                        fail(problemOf(failure));
                    }
                });
    }

    private boolean isWorthARetry() {
        return !page.isDone() && conversation.deadline().remaining().compareTo(WORTH_A_RETRY) > 0;
    }

    /** Who waits for the answer is named before anything is sent: an answer that nobody takes is lost. */
    private void send(HttpClientRequest connected) {
        connected.exceptionHandler(failure -> fail(FetchProblem.UNREACHABLE));
        request = connected;
        if (page.isDone()) {
            close();
            return;
        }
        connected.response().onSuccess(this::answer).onFailure(failure -> fail(FetchProblem.UNREACHABLE));
        call.form().map(connected::send).orElseGet(connected::send);
    }

    private void answer(HttpClientResponse response) {
        AnswerHead head = new AnswerHead(response.statusCode(), response.headers());
        conversation.guard().leaveAlone(head.pause());
        head.problem(conversation.reader().types())
                .ifPresent(problem -> refusal = new FetchException(problem, head.status()));
        response.handler(this::receive)
                .exceptionHandler(cutShort -> fail(FetchProblem.NOT_FHIR_JSON))
                .endHandler(end -> finish(head.isZipped()));
        if (head.length() > conversation.budget().receivable()) {
            fail(FetchProblem.TOO_LARGE);
        }
    }

    private void receive(Buffer part) {
        if (page.isDone()) {
            return;
        }
        ofNoUse += refusal == null ? 0 : part.length();
        if (!conversation.budget().receive(part.length()) || ofNoUse > WORTH_A_CONNECTION) {
            fail(FetchProblem.TOO_LARGE);
        } else if (refusal == null) {
            body.appendBuffer(part);
        }
    }

    /** From here on the connection may serve another request. */
    private void finish(boolean zipped) {
        request = null;
        if (refusal == null) {
            read(zipped);
        } else {
            fail(refusal);
        }
    }

    private void read(boolean zipped) {
        try {
            conversation.readers().execute(() -> {
                if (!page.isDone()) {
                    parse(zipped);
                }
            });
        } catch (RejectedExecutionException closing) {
            fail(FetchProblem.BUSY);
        }
    }

    private void parse(boolean zipped) {
        try {
            ByteBudget budget = conversation.budget();
            Page read = conversation.reader().read(body.getBytes(), zipped, budget.unpackable());
            budget.unpack(read.unpacked());
            page.complete(read);
        } catch (FetchException unusable) {
            fail(unusable);
        }
    }

    private static FetchProblem problemOf(Throwable failure) {
        return failure instanceof ConnectionPoolTooBusyException ? FetchProblem.BUSY : FetchProblem.UNREACHABLE;
    }
}
