package org.livercds.web;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.livercds.outbound.FhirDouble;

/** Takes spans as a collector does, and stands beside a FHIR server that has nothing. */
public final class Collector implements QuarkusTestResourceLifecycleManager {

    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private FhirDouble fhir;

    @Override
    public Map<String, String> start() {
        fhir = new FhirDouble();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/v1/traces", call -> {
            bodies.add(call.getRequestBody().readAllBytes());
            call.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
        return Map.of(
                "livercds.traces.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "livercds.fhir.allowed-servers",
                fhir.base());
    }

    @Override
    public void stop() {
        server.stop(0);
        fhir.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Collector.class));
    }

    FhirDouble fhir() {
        return fhir;
    }

    /** Of one trace. */
    List<Span> spans(String traceId) {
        return bodies.stream()
                .flatMap(body -> read(body).getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .filter(span -> hex(span.getTraceId().toByteArray()).equals(traceId))
                .toList();
    }

    /** All that came, as text as far as it is some. */
    String heard() {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1) + read(body))
                .reduce("", String::concat);
    }

    static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    private static ExportTraceServiceRequest read(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
