package org.livercds.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;

/**
 * Where the requests of one connection go in, or are refused because there is no room: that costs less here than
 * further inside, and nothing of their bodies is kept. Only plain requests are; whatever asks for more than an
 * answer is refused where that is known ({@link Admission}).
 */
final class Turnstile {

    private static final List<CharSequence> ASK_FOR_MORE =
            List.of(HttpHeaderNames.ORIGIN, HttpHeaderNames.EXPECT, HttpHeaderNames.UPGRADE);

    private final Admission admission;
    private final Duration unseen;
    private int unanswered;
    private long seen = System.nanoTime();

    /** @param unseen for so long Vert.x may see nothing of a connection, which it would close as idle some time */
    Turnstile(Admission admission, Duration unseen) {
        this.admission = admission;
        this.unseen = unseen;
    }

    /**
     * @param read what came at once, and that is not nothing: a head stands first, and before its body
     * @return how many bytes are still to come of what was refused; what had come of it is taken away
     */
    long pass(ChannelHandlerContext connection, List<Object> read) {
        if (!(read.get(0) instanceof HttpRequest head) || enters(head)) {
            return 0;
        }
        connection.writeAndFlush(BusyAnswer.whole());
        Rounds.pause((SingleThreadEventLoop) connection.channel().eventLoop());
        read.forEach(ReferenceCountUtil::release);
        read.clear();
        return Long.parseLong(head.headers().get(HttpHeaderNames.CONTENT_LENGTH));
    }

    /** An answer has left in full. */
    void answered() {
        unanswered--;
    }

    private boolean enters(HttpRequest head) {
        long now = System.nanoTime();
        // an answer does not overtake those before it
        boolean refused = unanswered == 0
                && now - seen < unseen.toNanos()
                && admission.isFull()
                && isPlain(head)
                && admission.refuses(head.uri());
        if (!refused) {
            unanswered++;
            seen = now;
        }
        return !refused;
    }

    private static boolean isPlain(HttpRequest head) {
        HttpHeaders headers = head.headers();
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        return head.decoderResult().isSuccess()
                && head.method().equals(HttpMethod.POST)
                && head.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && ASK_FOR_MORE.stream().noneMatch(headers::contains)
                && (connection == null || HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection))
                && Admission.isReadToTheEnd(headers.get(HttpHeaderNames.CONTENT_LENGTH));
    }
}
