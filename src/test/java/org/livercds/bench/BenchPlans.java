package org.livercds.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.livercds.load.Options;
import org.livercds.load.Tenant;

/** The three servers: the packaged service, HAPI's module, and the floor. All get the same heap and the same JDK. */
record BenchPlans(Options options, String fhirServer) {

    static final String SERVICE = "service";
    static final String HAPI = "hapi";
    static final String FLOOR = "floor";
    static final String HOOK = "/cds-services/liver-cancer-patient-view";

    private static final Path PEER = Path.of("target/hapi-peer").toAbsolutePath();

    BenchServer.Plan of(String name) throws IOException {
        int port = options.number("port");
        return switch (name) {
            case SERVICE -> service(port, port + 1);
            case HAPI -> plan(HAPI, port + 2, peer(port + 2), "/cds-services");
            case FLOOR -> plan(FLOOR, port + 3, floor(port + 3), "/");
            default -> throw new IllegalArgumentException("no server " + name);
        };
    }

    boolean isAuthenticated() {
        return options.text("profile").equals("prod");
    }

    private BenchServer.Plan service(int port, int management) throws IOException {
        List<String> command = java("jvm");
        command.add("-XX:+ExitOnOutOfMemoryError");
        settings(port, management).forEach((name, value) -> command.add("-D" + name + "=" + value));
        String jar = options.text("jar");
        command.addAll(
                jar.startsWith("@")
                        ? List.of("@" + Path.of(jar.substring(1)).toAbsolutePath())
                        : List.of("-jar", Path.of(jar).toAbsolutePath().toString()));
        URI ready = URI.create("http://127.0.0.1:" + management + "/q/health/ready");
        return new BenchServer.Plan(SERVICE, command, ready, URI.create("http://127.0.0.1:" + port + HOOK));
    }

    /** Nobody is told to come again, and every chart is read in full: the others do not refuse either. */
    private Map<String, String> settings(int port, int management) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "quarkus.profile", options.text("profile"),
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", Integer.toString(port),
                "quarkus.management.host", "127.0.0.1",
                "quarkus.management.port", Integer.toString(management),
                "livercds.longest-wait", "60s",
                "livercds.deadline", "60s"));
        if (isAuthenticated()) {
            settings.putAll(registration());
        } else {
            settings.put("livercds.fhir.allowed-servers", fhirServer);
        }
        return settings;
    }

    private Map<String, String> registration() throws IOException {
        Path keys = Files.createDirectories(Path.of("target", "bench")).resolve("jwks.json");
        Files.writeString(keys, Tenant.publishedKeys());
        Map<String, String> settings = new TreeMap<>(
                Tenant.NORTH.settings(fhirServer, keys.toAbsolutePath().toString()));
        byte[] key = "the key of the benchmarks, and of nothing else".getBytes(StandardCharsets.UTF_8);
        settings.put("livercds.feedback.key", Base64.getEncoder().encodeToString(key));
        settings.put("livercds.public-url", Tenant.PUBLIC_URL);
        settings.put("livercds.auth.most-used-tokens", "1000000");
        return settings;
    }

    private BenchServer.Plan plan(String name, int port, List<String> command, String ready) {
        String server = "http://127.0.0.1:" + port;
        return new BenchServer.Plan(name, command, URI.create(server + ready), URI.create(server + HOOK));
    }

    private List<String> peer(int port) {
        List<String> command = java("peer-jvm");
        command.addAll(List.of(
                "-Dport=" + port,
                "-cp",
                PEER.resolve("hapi-peer.jar") + ":" + PEER.resolve("lib") + "/*",
                "org.livercds.peer.HapiPeer"));
        return command;
    }

    private List<String> floor(int port) {
        List<String> command = java("peer-jvm");
        String classpath = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((one, other) -> one + ":" + other)
                .orElseThrow();
        command.addAll(List.of("-cp", classpath, Floor.class.getName(), Integer.toString(port)));
        return command;
    }

    /** @param flags the option that has further flags of this JVM */
    private List<String> java(String flags) {
        List<String> command = new ArrayList<>(List.of(options.text("java"), "-Xmx" + options.text("heap")));
        Arrays.stream(options.text(flags).split(" "))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        return command;
    }
}
