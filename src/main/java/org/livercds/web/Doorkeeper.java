package org.livercds.web;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.livercds.service.LiverCdsConfig;

/**
 * Gives every new connection a {@link StrictDecoder}. Vert.x has no setting for it and lets nobody at a connection before
 * its first request is read, so it stands at the socket that accepts them, from the moment at which that is open.
 */
@Singleton
public final class Doorkeeper {

    /** As Vert.x names it. */
    private static final String DECODER = "httpDecoder";

    private static final String LAST_HANDLER = "handler";

    /** A usual request is read at once; Netty would take no more than half of it. */
    private static final RecvByteBufAllocator AT_ONCE = new AdaptiveRecvByteBufAllocator(
            AdaptiveRecvByteBufAllocator.DEFAULT_MINIMUM, AdaptiveRecvByteBufAllocator.DEFAULT_INITIAL, 128 * 1024);

    private final Vertx vertx;
    private final Duration patience;
    private final Admission admission;

    Doorkeeper(Vertx vertx, LiverCdsConfig config, Admission admission) {
        this.vertx = vertx;
        this.admission = admission;
        this.patience = config.receiveTimeout();
    }

    void open(@ObservesAsync HttpServerStart start) {
        for (EventExecutor acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> doors((SingleThreadEventLoop) acceptor).stream()
                    .filter(door -> door.pipeline().get(Accepting.class) == null)
                    .forEach(door -> door.pipeline().addFirst(new Accepting(start.options()))));
        }
    }

    /** Nobody comes in any more; who is inside stays. Health and metrics, at their own port, stay open. */
    void shut() {
        // told by Quarkus where any free port was asked for
        int managementPort = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        for (EventExecutor acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> doors((SingleThreadEventLoop) acceptor).stream()
                    .filter(door -> !(door.localAddress() instanceof InetSocketAddress address
                            && address.getPort() == managementPort))
                    .forEach(Channel::close));
        }
    }

    private static List<Channel> doors(SingleThreadEventLoop acceptor) {
        List<Channel> doors = new ArrayList<>();
        acceptor.registeredChannelsIterator().forEachRemaining(channel -> {
            if (channel instanceof ServerChannel) {
                doors.add(channel);
            }
        });
        return doors;
    }

    /** Stands at the socket. */
    private final class Accepting extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        private Accepting(HttpServerOptions options) {
            this.options = options;
        }

        private static Duration unseen(HttpServerOptions options) {
            return Duration.of(
                            options.getIdleTimeout(),
                            options.getIdleTimeoutUnit().toChronoUnit())
                    .dividedBy(2);
        }

        @Override
        public void channelRead(ChannelHandlerContext door, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.config().setRecvByteBufAllocator(AT_ONCE);
                Turnstile turnstile = new Turnstile(admission, unseen(options));
                StrictDecoder decoder = new StrictDecoder(options, patience, turnstile);
                connection.pipeline().addFirst(new FirstBytes(decoder, new LastWord(decoder, turnstile)));
            }
            door.fireChannelRead(accepted);
        }
    }

    /** Waits on a connection until Vert.x has made it ready to read, which is before the first bytes come. */
    private static final class FirstBytes extends ChannelInboundHandlerAdapter {

        private final StrictDecoder decoder;
        private final LastWord lastWord;

        private FirstBytes(StrictDecoder decoder, LastWord lastWord) {
            this.decoder = decoder;
            this.lastWord = lastWord;
        }

        @Override
        public void channelRead(ChannelHandlerContext connection, Object bytes) {
            if (connection.pipeline().get(DECODER) != null) {
                connection.pipeline().replace(DECODER, DECODER, decoder);
                connection.pipeline().addBefore(LAST_HANDLER, null, lastWord);
                connection.pipeline().remove(this);
            }
            connection.fireChannelRead(bytes);
        }
    }
}
