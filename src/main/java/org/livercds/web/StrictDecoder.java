package org.livercds.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.HostAndPort;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Reads the requests of one connection, and only what every proxy reads alike: a body has a length or comes in chunks,
 * never both, and a request names one host and a method of HTTP. Anything else is a 400, and nothing behind it is read. A request that has not
 * come whole in time is cut off, however steadily it drips.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    /** Metrics name the method of a request: callers do not make names of metrics. */
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.OPTIONS,
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.TRACE,
            HttpMethod.CONNECT);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~:\\[\\]-]+");

    private final Duration patience;
    private final Turnstile turnstile;
    private final Pieces body = new Pieces();
    private Future<?> cutOff;
    private boolean deaf;

    /** The last that was one. */
    private String host;

    private long unread;

    StrictDecoder(HttpServerOptions options, Duration patience, Turnstile turnstile) {
        super(options);
        this.patience = patience;
        this.turnstile = turnstile;
    }

    /** From here on whatever comes is thrown away. */
    void listenNoMore() {
        deaf = true;
    }

    /** The body of the request that is read now is waited for. */
    void joinPieces() {
        body.join();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> read) throws Exception {
        if (cutOff == null && bytes.isReadable()) {
            cutOff = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (deaf) {
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        if (unread > 0) {
            skip(bytes);
            return;
        }
        super.decode(context, bytes, read);
        if (!read.isEmpty()) {
            look(context, read);
        }
    }

    /** @param read a head stands first, and the end last */
    private void look(ChannelHandlerContext context, List<Object> read) {
        if (read.get(0) instanceof HttpRequest head && isAmbiguous(head)) {
            refuse(read);
        }
        if (read.get(read.size() - 1) instanceof LastHttpContent) {
            waitNoMore();
        }
        unread = turnstile.pass(context, read);
        if (unread > 0) {
            // a request begins behind what is skipped
            reset();
        } else if (!read.isEmpty()) {
            body.pass(read);
        }
    }

    private void skip(ByteBuf bytes) {
        int length = (int) Math.min(unread, bytes.readableBytes());
        bytes.skipBytes(length);
        unread -= length;
        if (unread == 0) {
            waitNoMore();
        }
    }

    /** Netty would drop the length and go on: what a proxy before it took for one request could be two. */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("a length and chunks");
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        waitNoMore();
        super.channelInactive(context);
    }

    private void waitNoMore() {
        if (cutOff != null) {
            cutOff.cancel(false);
            cutOff = null;
        }
    }

    private void refuse(List<Object> read) {
        read.forEach(ReferenceCountUtil::release);
        read.clear();
        HttpMessage refused = createInvalidMessage();
        refused.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("an ambiguous request")));
        read.add(refused);
        listenNoMore();
    }

    private boolean isAmbiguous(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return false;
        }
        HttpHeaders headers = request.headers();
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        List<String> encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean oneHost = hosts.size() == 1 && isHost(hosts.get(0));
        boolean chunks = encodings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.get(0))
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        return !oneHost || !METHODS.contains(request.method()) || !(encodings.isEmpty() || chunks);
    }

    /** Vert.x answers what is none with a page of its own, and fails on a percent sign. */
    private boolean isHost(String name) {
        if (!name.equals(host) && HOST.matcher(name).matches() && HostAndPort.parseAuthority(name, -1) != null) {
            host = name;
        }
        return name.equals(host);
    }
}
