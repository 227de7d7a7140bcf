package org.livercds.cli.selfcheck;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.livercds.outbound.ToolCalls;

/** Sends calls, each with a fresh token where there is a key. */
final class Wire {

    private final URI base;
    private final ToolCalls calls;
    private final Optional<Tokens> tokens;

    Wire(URI base, ToolCalls calls, Optional<Tokens> tokens) {
        this.base = base;
        this.calls = calls;
        this.tokens = tokens;
    }

    URI base() {
        return base;
    }

    Optional<Tokens> tokens() {
        return tokens;
    }

    Exchange send(Call call) {
        Map<String, String> headers = new TreeMap<>(call.headers());
        tokens.ifPresent(
                some -> headers.computeIfAbsent(Call.AUTHORIZATION, name -> "Bearer " + some.good(call.path())));
        headers.values().removeIf(String::isEmpty);
        try {
            return Exchange.answered(
                    call, calls.send(call.method(), URI.create(base + call.path()), headers, call.body()));
        } catch (IOException failure) {
            return Exchange.failed(call, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Exchange.failed(call, stopped);
        }
    }
}
