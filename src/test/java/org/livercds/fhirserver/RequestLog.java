package org.livercds.fhirserver;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sees every request first, writes it down and lets it wait. */
final class RequestLog extends Handler.Wrapper {

    private final String base;
    private final Duration delay;
    private final List<HapiFhirServer.Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicInteger maxConcurrent = new AtomicInteger();

    RequestLog(String base, Duration delay) {
        this.base = base;
        this.delay = delay;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        requests.add(read(request));
        maxConcurrent.accumulateAndGet(inWork.incrementAndGet(), Math::max);
        request.addHttpStreamWrapper(Answer::new);
        Thread.sleep(delay.toMillis());
        return super.handle(request, response, callback);
    }

    List<HapiFhirServer.Request> requests() {
        return List.copyOf(requests);
    }

    int maxConcurrent() {
        return maxConcurrent.get();
    }

    private HapiFhirServer.Request read(Request request) {
        String target = request.getHttpURI().getPathQuery();
        return new HapiFhirServer.Request(
                request.getMethod(),
                target.startsWith(base) ? target.substring(base.length()).replaceFirst("^/", "") : target,
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)));
    }

    /** Ends the work before the client can read the answer, so that a client that waits is never counted twice. */
    private final class Answer extends HttpStream.Wrapper {

        private final AtomicBoolean begun = new AtomicBoolean();

        Answer(HttpStream stream) {
            super(stream);
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.Response response,
                boolean last,
                ByteBuffer content,
                Callback callback) {
            begin();
            super.send(request, response, last, content, callback);
        }

        @Override
        public void failed(Throwable failure) {
            begin();
            super.failed(failure);
        }

        private void begin() {
            if (begun.compareAndSet(false, true)) {
                inWork.decrementAndGet();
            }
        }
    }
}
