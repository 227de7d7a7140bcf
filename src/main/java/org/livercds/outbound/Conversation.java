package org.livercds.outbound;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * What all exchanges of one fetch share.
 *
 * @param addresses of the server, checked
 * @param worker where connections are begun and closed, off the event loop
 * @param readers where the bodies of this server are read: large ones keep no other server waiting
 */
record Conversation(
        HttpClient http,
        Executor worker,
        Executor readers,
        PageReader reader,
        FhirServer server,
        ServerGuard guard,
        CompletionStage<List<InetAddress>> addresses,
        Optional<AccessToken> token,
        FetchLimits limits,
        ByteBudget budget,
        Deadline deadline) {

    /** Goes to the address that was checked; Host header, SNI and certificate check keep the name. */
    RequestOptions options(HttpCall call, InetAddress address) {
        Origin origin = server.origin();
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(origin.port(), address.getHostAddress()))
                .setHost(origin.host())
                .setPort(origin.port())
                .setSsl(origin.isTls())
                .setMethod(call.method())
                .setURI(call.requestTarget())
                .setFollowRedirects(false)
                .setConnectTimeout(Math.max(1, deadline.remaining().toMillis()))
                .putHeader("Accept", reader.types().accept())
                .putHeader("Accept-Encoding", "gzip");
        call.form().ifPresent(form -> options.putHeader("Content-Type", "application/x-www-form-urlencoded"));
        call.traceparent().ifPresent(trace -> options.putHeader("traceparent", trace));
        token.flatMap(bound -> bound.headerFor(Origin.of(call.target())))
                .ifPresent(bearer -> options.putHeader("Authorization", bearer));
        return options;
    }
}
