package org.livercds.outbound;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;

/** Sends spans to a collector (OTLP over HTTP), in batches behind the answers. What it cannot take is lost. */
public final class SpanExport {

    private static final String PATH = "/v1/traces";
    private static final Duration TIME = Duration.ofSeconds(5);

    private SpanExport() {}

    /**
     * A maker of spans.
     *
     * @param collector its address; without a path the usual one is meant
     * @param share of the traces begun here, from 0 to 1; who calls with a trace has decided for it
     * @throws IllegalArgumentException with a sentence, where that is no address or no share
     */
    public static SdkTracerProvider to(String collector, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("livercds.traces.share lies between 0 and 1.");
        }
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint(collector).toString())
                .setTimeout(TIME)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "liver-cds")))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    static URI endpoint(String collector) {
        URI address = BaseUrl.normalized(collector.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "livercds.traces.endpoint is no address of a collector: it has to be http or https with a host,"
                                + " and without user, query and fragment, as in http://collector.example:4318."));
        return address.getRawPath().isEmpty() ? URI.create(address + PATH) : address;
    }
}
