package org.livercds.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of the command line's tools to addresses that their user names: any host, also of this machine, because the user
 * may call it anyway. Without redirects, each with one limit for the whole of it. Certificates are checked.
 */
public final class ToolCalls {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final HttpClient client;
    private final Duration time;
    private final int mostBytes;

    /** @param time for a whole answer */
    public ToolCalls(Duration time) {
        this(time, MOST_BYTES);
    }

    ToolCalls(Duration time, int mostBytes) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(time)
                .build();
        this.time = time;
        this.mostBytes = mostBytes;
    }

    /**
     * What came.
     *
     * @param headers by name, whatever its case
     */
    public record Answer(int status, Map<String, List<String>> headers, byte[] body, Duration took) {}

    /**
     * Blocks.
     *
     * @throws IOException where there is no answer, or none in time, or too large a one; its message says which
     */
    public Answer send(String method, URI address, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        long begin = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request.build(), head -> atMost(mostBytes));
        try {
            HttpResponse<byte[]> answer = sent.get(time.toMillis(), TimeUnit.MILLISECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body(), took);
        } catch (TimeoutException late) {
            sent.cancel(true);
            throw new HttpTimeoutException("no answer in " + time.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> atMost(int bytes) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        return BodySubscribers.mapping(
                BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(some -> {
                    if (kept.size() + some.length > bytes) {
                        throw new TooLargeException(bytes);
                    }
                    kept.writeBytes(some);
                })),
                end -> kept.toByteArray());
    }

    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLargeException(int bytes) {
            super("more than " + bytes + " bytes");
        }
    }
}
