package org.livercds.load;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** What every scenario needs: patients of two tenants, their FHIR servers, the service, and somebody who calls it. */
final class World implements AutoCloseable {

    /** Used tokens are remembered until they expire: so few of them that the heap is that of a client as it should be. */
    private static final int TOKEN_SECONDS = 60;

    /** What the slowest machine signs in a second. */
    private static final int SIGNED = 500;

    /** Of a client that calls as often as a machine can answer, in a warm-up of minutes. */
    private static final String MOST_USED_TOKENS = "500000";

    private static final String KEY = "the key of the load tests, and of nothing else";

    final Options options;
    final List<LoadPatient> patients;
    final FhirDouble fhir;
    final ServiceProcess service;
    final Generator generator;
    final Report report = new Report();
    private final Map<Tenant, TokenPool> tokens = pools(Call.HOOK);

    /** One prefetched call for each patient. */
    final List<Call> prefetched;

    World(Options options, Integer... furtherPorts) throws Exception {
        this.options = options;
        this.patients = LoadPatient.first(options.number("patients"));
        this.fhir = new FhirDouble(patients, FhirDouble.USUAL_DELAY);
        int port = options.number("port");
        this.service = ServiceProcess.start(options, port, options.number("management"), settings());
        List<Integer> ports = new ArrayList<>(List.of(port));
        ports.addAll(List.of(furtherPorts));
        this.generator = new Generator(options, ports);
        this.prefetched = learned(patients, LoadPatient::prefetched);
        IntSummaryStatistics sizes =
                prefetched.stream().mapToInt(call -> call.body().length()).summaryStatistics();
        report.say("requests of %d to %d bytes, on average %.0f", sizes.getMin(), sizes.getMax(), sizes.getAverage());
    }

    /** Of each process. */
    Map<String, String> settings() throws IOException {
        Path keys = Files.createDirectories(Path.of("target", "load")).resolve("jwks.json");
        Files.writeString(keys, Tenant.publishedKeys());
        Map<String, String> settings = new TreeMap<>();
        for (Tenant tenant : Tenant.values()) {
            settings.putAll(
                    tenant.settings(fhir.base(tenant), keys.toAbsolutePath().toString()));
        }
        settings.put("livercds.public-url", Tenant.PUBLIC_URL);
        settings.put("livercds.auth.most-used-tokens", MOST_USED_TOKENS);
        settings.put("livercds.feedback.key", Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8)));
        return settings;
    }

    static Map<Tenant, TokenPool> pools(String path) {
        Map<Tenant, TokenPool> pools = new EnumMap<>(Tenant.class);
        for (Tenant tenant : Tenant.values()) {
            pools.put(tenant, new TokenPool(tenant, path));
        }
        return pools;
    }

    /** Tokens for so many calls of hooks, that take so many seconds. */
    void provide(long calls, int seconds) {
        fill(tokens, calls, seconds);
    }

    static void fill(Map<Tenant, TokenPool> pools, long calls, int seconds) {
        int life = seconds + TOKEN_SECONDS + (int) calls / SIGNED;
        pools.values().forEach(pool -> pool.fill((int) calls / 2 + 50, life));
    }

    /** Each is asked alone first: that is what is right to answer later, among others. */
    List<Call> learned(List<LoadPatient> about, Function<LoadPatient, Buffer> body) throws Exception {
        provide(10L * about.size(), TOKEN_SECONDS);
        List<Call> calls = new ArrayList<>();
        for (LoadPatient patient : about) {
            Call call = new Call(Call.HOOK, body.apply(patient), tokens.get(patient.tenant()), Optional.empty());
            calls.add(call.with(RightAnswer.of(patient.id(), alone(call))));
        }
        return calls;
    }

    /** Every chart is whole: where it was not read in full, the machine was too slow, and it is asked again. */
    private byte[] alone(Call call) throws Exception {
        for (int i = 0; i < 5; i++) {
            Buffer answer = generator.ask(call);
            if (!Call.isIncomplete(answer)) {
                return answer.getBytes();
            }
        }
        throw new IllegalStateException("asked alone, the service does not read the chart in full");
    }

    List<Buffer> answers(List<LoadPatient> about) throws Exception {
        provide(2L * about.size(), TOKEN_SECONDS);
        List<Buffer> answers = new ArrayList<>();
        for (LoadPatient patient : about) {
            answers.add(generator.ask(
                    new Call(Call.HOOK, patient.prefetched(), tokens.get(patient.tenant()), Optional.empty())));
        }
        return answers;
    }

    static Supplier<Call> turns(List<Call> calls) {
        AtomicInteger next = new AtomicInteger();
        return () -> calls.get(Math.floorMod(next.getAndIncrement(), calls.size()));
    }

    /** Until the compiler has seen it all, on every processor; no bar is asked of it. */
    void warmUp() throws Exception {
        int seconds = options.number("warm");
        provide(seconds * 1_000L, seconds);
        report.phase(generator.callers("warm-up", 8, Generator.lasting(seconds), turns(prefetched)));
        if (options.yes("pin")) {
            Proc.pin(service.handle().pid(), 0);
            Proc.pin(ProcessHandle.current().pid(), 1);
        }
        report.vitals("warm", service.vitals());
    }

    @Override
    public void close() {
        generator.close();
        service.close();
        fhir.close();
    }
}
