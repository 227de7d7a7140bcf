package org.livercds.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * After an answer that says {@code Connection: close} nothing more is said or taken. The client is left to hang up: to
 * whoever is still sending, a connection that is closed at once loses the answer.
 */
final class LastWord extends ChannelOutboundHandlerAdapter {

    private final StrictDecoder decoder;
    private final Turnstile turnstile;
    private boolean last;

    LastWord(StrictDecoder decoder, Turnstile turnstile) {
        this.decoder = decoder;
        this.turnstile = turnstile;
    }

    @Override
    public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) throws Exception {
        last |= part instanceof HttpResponse answer
                && answer.headers().contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        if (part instanceof LastHttpContent && !isInterim(part)) {
            turnstile.answered();
        }
        if (last && part instanceof LastHttpContent) {
            decoder.listenNoMore();
            context.write(part, promise.unvoid()).addListener(written -> hangUp(context));
        } else {
            context.write(part, promise);
        }
    }

    /** {@code 100 Continue}: the answer is yet to come. */
    private static boolean isInterim(Object part) {
        return part instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private static void hangUp(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel line && !line.isOutputShutdown()) {
            line.shutdownOutput();
            line.config().setAutoRead(true);
        }
    }
}
