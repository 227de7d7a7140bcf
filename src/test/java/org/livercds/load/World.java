package org.livercds.load;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** What every scenario needs: patients of two tenants, their FHIR servers, the service, and somebody who calls it. */
final class World implements AutoCloseable {

    private static final int TOKEN_SECONDS = 3_500;
    private static final byte[] KEY = "a key of load tests, nothing more".getBytes(StandardCharsets.UTF_8);

    final Options options;
    final List<LoadPatient> patients;
    final FhirDouble fhir;
    final ServiceProcess service;
    final Generator generator;
    final Report report = new Report();

    World(Options options) throws Exception {
        this.options = options;
        this.patients = LoadPatient.first(options.number("patients"));
        this.fhir = new FhirDouble(patients);
        this.service = ServiceProcess.start(options, options.number("port"), options.number("management"), settings());
        this.generator = new Generator(options, options.number("port"));
    }

    Map<String, String> settings() throws IOException {
        Path keys = Files.createDirectories(Path.of("target", "load"))
                .resolve("jwks.json")
                .toAbsolutePath();
        Files.writeString(keys, Tenant.publishedKeys());
        Map<String, String> settings = new TreeMap<>();
        for (Tenant tenant : Tenant.values()) {
            settings.putAll(tenant.settings(fhir.base(tenant), keys.toString()));
        }
        settings.put("livercds.public-url", Tenant.PUBLIC_URL);
        settings.put("livercds.feedback.key", Base64.getEncoder().encodeToString(KEY));
        return settings;
    }

    /** Enough for so many calls, shared by the tenants. */
    Map<Tenant, TokenPool> tokens(String path, int calls) {
        Map<Tenant, TokenPool> pools = new EnumMap<>(Tenant.class);
        for (Tenant tenant : Tenant.values()) {
            pools.put(tenant, TokenPool.of(tenant, path, calls / 2 + 200, TOKEN_SECONDS));
        }
        return pools;
    }

    /** Prefetched calls, one for each patient, by turns. */
    Supplier<Call> prefetched(int count) throws Exception {
        return learned(patients, tokens(Call.HOOK, count), LoadPatient::prefetched);
    }

    /** Each is asked alone first: that is what is right to answer later, among others. */
    Supplier<Call> learned(List<LoadPatient> about, Map<Tenant, TokenPool> tokens, Function<LoadPatient, Buffer> body)
            throws Exception {
        List<Call> calls = new ArrayList<>();
        for (LoadPatient patient : about) {
            Call call = new Call(Call.HOOK, body.apply(patient), tokens.get(patient.tenant()), Optional.empty());
            byte[] alone = generator.ask(call).getBytes();
            calls.add(call.with(RightAnswer.of(patient.id(), alone)));
        }
        return turns(calls);
    }

    static Supplier<Call> turns(List<Call> calls) {
        AtomicInteger next = new AtomicInteger();
        return () -> calls.get(Math.floorMod(next.getAndIncrement(), calls.size()));
    }

    /** Until the compiler has seen it all; not among the figures. */
    void warmUp() throws Exception {
        int seconds = options.number("warm");
        generator.callers("warm-up", 8, Duration.ofSeconds(seconds), prefetched(seconds * 1_500));
        report.vitals("warm", service.vitals());
    }

    Duration seconds() {
        return Duration.ofSeconds(options.number("seconds"));
    }

    @Override
    public void close() {
        generator.close();
        service.close();
        fhir.close();
    }
}
