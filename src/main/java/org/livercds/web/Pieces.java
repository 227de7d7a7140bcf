package org.livercds.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.buffer.impl.VertxByteBufAllocator;
import java.util.List;

/**
 * The pieces in which the body of a request comes over one connection. Where the whole of it is waited for they are put
 * together as they are read, and handed on with the last of them: Vert.x would copy each piece, and they would be copied
 * again to stand together.
 */
final class Pieces {

    /** Of the body that is to come, and of which nothing has come yet; else 0, also where it is not known or too long. */
    private int length;

    private boolean wanted;
    private ByteBuf whole = Unpooled.EMPTY_BUFFER;

    /** The body of the request whose head was read last is waited for. A body that has begun is handed on as it comes. */
    void join() {
        wanted |= length > 0;
    }

    /** @param read what came at once: a head, or pieces of the body behind it */
    void pass(List<Object> read) {
        if (read.get(0) instanceof HttpRequest head) {
            begin(head);
            return;
        }
        if (wanted) {
            read.replaceAll(piece -> joined((HttpContent) piece));
        }
        length = 0;
    }

    private void begin(HttpRequest head) {
        long said = head.decoderResult().isSuccess() ? HttpUtil.getContentLength(head, 0L) : 0;
        length = said <= WaitingRoom.LARGEST ? (int) said : 0;
        end();
    }

    /** Something is handed on for each piece: a connection from which nothing comes is closed as idle. */
    private HttpContent joined(HttpContent piece) {
        if (whole == Unpooled.EMPTY_BUFFER) {
            // of exactly this length, so that its array is the body
            whole = VertxByteBufAllocator.DEFAULT.heapBuffer(length);
        }
        whole.writeBytes(piece.content());
        piece.release();
        return piece instanceof LastHttpContent
                ? new DefaultLastHttpContent(end())
                : new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
    }

    /** A connection that is open has nothing of the bodies that came over it. */
    private ByteBuf end() {
        ByteBuf handedOn = whole;
        whole = Unpooled.EMPTY_BUFFER;
        wanted = false;
        return handedOn;
    }
}
