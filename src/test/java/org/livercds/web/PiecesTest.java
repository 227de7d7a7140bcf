package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.net.impl.VertxHandler;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    private static final String SENT = "{\"hook\":\"patient-view\"}";

    private final Pieces pieces = new Pieces();

    @Test
    void a_body_that_is_waited_for_comes_whole_however_it_is_cut() {
        for (int cut = 0; cut < SENT.length(); cut++) {
            pass(head(SENT.length()));
            pieces.join();
            HttpContent first = pass(piece(SENT.substring(0, cut)));
            assertEquals(0, first.content().readableBytes());
            HttpContent whole = pass(last(SENT.substring(cut)));
            assertEquals(SENT, text(whole));
            assertEquals(SENT.length(), whole.content().array().length);
            assertTrue(whole instanceof LastHttpContent);
        }
    }

    /** What this class is there for. */
    @Test
    void the_server_takes_it_without_a_copy() {
        pass(head(SENT.length()));
        pieces.join();
        ByteBuf whole = pass(last(SENT)).content();
        assertSame(whole, VertxHandler.safeBuffer(whole));
    }

    @Test
    void the_memory_of_the_connection_is_given_back() {
        pass(head(SENT.length()));
        pieces.join();
        HttpContent part = piece(SENT.substring(1));
        HttpContent end = last(SENT.substring(0, 1));
        pass(part);
        pass(end);
        assertEquals(List.of(0, 0), List.of(part.refCnt(), end.refCnt()));
    }

    /** Connections stay open for long, and there are many of them. */
    @Test
    void a_body_is_not_kept_behind_its_end() {
        pass(head(SENT.length()));
        pieces.join();
        WeakReference<Object> body =
                new WeakReference<>(pass(last(SENT)).content().array());
        for (int i = 0; i < 100 && body.get() != null; i++) {
            System.gc();
        }
        assertNull(body.get());
    }

    @Test
    void a_body_that_nobody_waits_for_comes_as_it_is() {
        pass(head(SENT.length()));
        HttpContent part = piece("{");
        assertSame(part, pass(part));
        pieces.join();
        HttpContent end = last(SENT.substring(1));
        assertSame(end, pass(end));
    }

    /** Behind the head of the next request, too, nothing of it is kept back or added. */
    @Test
    void who_waits_for_one_body_does_not_wait_for_the_next() {
        pass(head(SENT.length()));
        pieces.join();
        pass(piece("{"));
        pass(head(2));
        HttpContent next = last("{}");
        assertSame(next, pass(next));
    }

    /** Of two requests on one connection the first may be waited for late, when the second is read already. */
    @Test
    void who_asks_again_while_a_body_comes_takes_nothing_from_it() {
        pass(head(SENT.length()));
        pieces.join();
        pass(piece(SENT.substring(0, 5)));
        pieces.join();
        assertEquals(SENT, text(pass(last(SENT.substring(5)))));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, WaitingRoom.LARGEST + 1, Long.MAX_VALUE})
    void a_body_without_a_length_or_with_one_that_is_too_much_comes_as_it_is(long length) {
        pass(head(length));
        pieces.join();
        HttpContent part = piece("{");
        assertSame(part, pass(part));
    }

    @Test
    void the_longest_comes_whole() {
        pass(head(WaitingRoom.LARGEST));
        pieces.join();
        pass(piece("a".repeat(WaitingRoom.LARGEST - 1)));
        assertEquals("a".repeat(WaitingRoom.LARGEST), text(pass(last("a"))));
    }

    @Test
    void a_head_that_could_not_be_read_has_no_body() {
        HttpRequest unreadable = head(5);
        unreadable.headers().set(HttpHeaderNames.CONTENT_LENGTH, "5, 6");
        unreadable.setDecoderResult(DecoderResult.failure(new IllegalArgumentException()));
        pass(unreadable);
        pieces.join();
        HttpContent part = piece("{");
        assertSame(part, pass(part));
    }

    private static HttpRequest head(long length) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        if (length >= 0) {
            head.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
        return head;
    }

    private static HttpContent piece(String text) {
        return new DefaultHttpContent(memory(text));
    }

    private static HttpContent last(String text) {
        return new DefaultLastHttpContent(memory(text));
    }

    /** As a connection has it. */
    private static ByteBuf memory(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return PooledByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);
    }

    @SuppressWarnings("unchecked")
    private <T> T pass(T read) {
        List<Object> list = new ArrayList<>(List.of(read));
        pieces.pass(list);
        return (T) list.get(0);
    }

    private static String text(HttpContent content) {
        return content.content().toString(StandardCharsets.US_ASCII);
    }
}
