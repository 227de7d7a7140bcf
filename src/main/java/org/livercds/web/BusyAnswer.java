package org.livercds.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.MediaType;
import org.livercds.hooks.OperationOutcome;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.WireJson;

/** What a call is told for which there is no room. */
final class BusyAnswer {

    static final String SECONDS_TO_WAIT = "1";

    static final Buffer BODY = Buffer.buffer(WireJson.write(OperationOutcome.of(Refusal.BUSY)));

    private static final String HEAD = String.join(
            "\r\n",
            "HTTP/1.1 503 Service Unavailable",
            "vary: Origin",
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "retry-after: " + SECONDS_TO_WAIT,
            "content-type: " + MediaType.APPLICATION_JSON,
            "content-length: " + BODY.length(),
            "",
            "");

    private static final ByteBuf WHOLE = Unpooled.unreleasableBuffer(Unpooled.directBuffer()
            .writeBytes(HEAD.getBytes(US_ASCII))
            .writeBytes(BODY.getBytes())
            .asReadOnly());

    private BusyAnswer() {}

    /** Head and body, as Vert.x writes them for a call of a service from no page. */
    static ByteBuf whole() {
        return WHOLE.duplicate();
    }
}
