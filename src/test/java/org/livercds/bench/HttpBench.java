package org.livercds.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.livercds.load.FhirDouble;
import org.livercds.load.LoadPatient;
import org.livercds.load.Options;
import org.livercds.load.Proc;
import org.livercds.load.Tenant;

/**
 * The command {@code .ci/bench http}: the servers run beside each other and are called by turns, with the same bytes, so
 * that what else befalls the machine befalls all of them. Ends with 1 where a bar was missed that is a ratio.
 */
public final class HttpBench {

    private static final int WARMING = 8;
    private static final int SLICE = 3;
    private static final double COMPILING = 0.03;

    /** What can be asked for; docs/PERFORMANCE.md says what it means. */
    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("only", "service,hapi,floor"),
            Map.entry("sizes", "8,80,800"),
            Map.entry("narrative", "no,yes"),
            Map.entry("data", "prefetched,fetched"),
            Map.entry("connections", "1,8,64"),
            Map.entry("runs", "3"),
            Map.entry("secs", "5"),
            Map.entry("longest", "30"),
            Map.entry("warm", "240"),
            Map.entry("starts", "3"),
            Map.entry("heap", "512m"),
            Map.entry("profile", "demo"),
            Map.entry("port", "18190"),
            Map.entry(
                    "java",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            Map.entry("jvm", ""),
            Map.entry("peer-jvm", ""),
            Map.entry("jar", "target/quarkus-app/quarkus-run.jar"));

    private final Options options;
    private final BenchPlans plans;
    private final FhirDouble fhir;
    private final List<Shape> shapes;
    private final Shape usual = Shape.of(80, false, false);
    private final Map<String, BenchServer> servers = new LinkedHashMap<>();
    private final Map<String, Double> speed = new LinkedHashMap<>();
    private final Table table = new Table();

    private HttpBench(Options options) throws Exception {
        this.options = options;
        this.shapes = Shape.all(options);
        List<LoadPatient> patients =
                shapes.stream().flatMap(shape -> shape.patients().stream()).toList();
        this.fhir = new FhirDouble(patients, 0);
        this.plans = new BenchPlans(options, fhir.base(Tenant.NORTH));
        usual.write(plans.fhirServer());
        for (Shape shape : shapes) {
            shape.write(plans.fhirServer());
        }
    }

    public static void main(String... arguments) throws Exception {
        int exit = 3;
        try {
            exit = new HttpBench(Options.of(DEFAULTS, arguments)).run() ? 0 : 1;
        } catch (IllegalArgumentException | IllegalStateException failed) {
            System.err.println(failed.getMessage());
        }
        System.exit(exit);
    }

    private boolean run() throws Exception {
        try {
            Table.startHead();
            for (String name : options.list("only")) {
                servers.put(name, started(name));
            }
            Table.head();
            for (Shape shape : shapes) {
                measure(shape);
            }
            return table.bars(options.text("heap").equals("256m"));
        } finally {
            servers.values().forEach(BenchServer::close);
            fhir.close();
        }
    }

    /** Several times; the last of them stays. */
    private BenchServer started(String name) throws Exception {
        double[] ready = new double[options.number("starts")];
        double[] first = new double[ready.length];
        BenchServer server = null;
        for (int i = 0; i < ready.length; i++) {
            if (server != null) {
                server.close();
            }
            long begin = System.nanoTime();
            server = BenchServer.start(plans.of(name));
            long then = System.nanoTime();
            server.ask(usual.files().get(1), token(name));
            ready[i] = (then - begin) / 1e9;
            first[i] = (System.nanoTime() - then) / 1e6;
        }
        table.started(name, new Table.Start(median(ready), median(first), Proc.resident(server.pid())));
        return server;
    }

    private void measure(Shape shape) throws Exception {
        List<BenchServer> asked = servers.values().stream()
                .filter(server -> !shape.fetched() || server.name().equals(BenchPlans.SERVICE))
                .toList();
        for (BenchServer server : asked) {
            check(server, shape);
            warm(server, shape);
        }
        for (String connections : options.list("connections")) {
            measure(asked, shape, Integer.parseInt(connections));
        }
    }

    private void measure(List<BenchServer> asked, Shape shape, int connections) throws Exception {
        Map<String, List<Sample>> runs = new LinkedHashMap<>();
        for (int run = 0; run < options.number("runs"); run++) {
            for (BenchServer server : asked) {
                long before = fhir.asked();
                int seconds = seconds(server, connections);
                Sample sample = run(server, shape, connections, seconds);
                runs.computeIfAbsent(server.name(), any -> new ArrayList<>()).add(sample);
                double due = sample.perSecond() * seconds * BenchRequest.FETCHED.size();
                if (shape.fetched() && fhir.asked() - before < due) {
                    String part = "%s, connections: %d: of the queries that are due %s were made";
                    table.remark(part, shape.title(), connections, Table.two((fhir.asked() - before) / due));
                }
            }
        }
        Map<String, Sample> medians = new LinkedHashMap<>();
        runs.forEach((server, samples) -> medians.put(server, Sample.median(samples)));
        table.add(shape, connections, medians);
    }

    /** A slow server gets more time, so that there are answers to count. */
    private int seconds(BenchServer server, int connections) {
        double wanted = 10 * connections / speed.getOrDefault(server.name(), 1e9);
        return (int) Math.max(options.number("secs"), Math.min(options.number("longest"), Math.ceil(wanted)));
    }

    /** Until the processor time for an answer falls no more, and next to nothing of it is spent on compiling. */
    private void warm(BenchServer server, Shape shape) throws Exception {
        double least = Double.MAX_VALUE;
        int calm = 0;
        for (int spent = 0; calm < 2 && spent < options.number("warm"); spent += SLICE) {
            double compiled = Proc.compiling(server.pid());
            double busy = Proc.cpu(server.pid());
            double cpu = run(server, shape, WARMING, SLICE).cpu();
            compiled = Proc.compiling(server.pid()) - compiled;
            boolean ready = compiled < COMPILING * (Proc.cpu(server.pid()) - busy);
            calm = ready && cpu > least * 0.96 ? calm + 1 : 0;
            least = Math.min(least, cpu);
        }
    }

    private Sample run(BenchServer server, Shape shape, int connections, int seconds) throws Exception {
        boolean proven = plans.isAuthenticated() && server.name().equals(BenchPlans.SERVICE);
        int tokens = proven ? (int) (speed.getOrDefault(server.name(), 500.0) * seconds * 2) + 200 : 0;
        Sample sample = Wrk.run(server, shape, connections, seconds, tokens);
        speed.put(server.name(), sample.perSecond());
        progress(
                "%s, %s, %d connections: %.0f/s, %.3f ms CPU, %.2f others, %d refused, %d failed",
                server.name(),
                shape.title(),
                connections,
                sample.perSecond(),
                sample.cpu(),
                sample.others(),
                sample.refused(),
                sample.failed());
        return sample;
    }

    /** What is measured are answers: cards where there should be some, and of a chart that was read in full. */
    private void check(BenchServer server, Shape shape) throws Exception {
        List<Path> files = shape.files();
        for (int i = 0; i < BenchRequest.KINDS; i++) {
            String answer = server.ask(files.get(i), token(server.name()));
            boolean advised = answer.contains("\"summary\"") || i == BenchRequest.KINDS - 1;
            boolean whole = !server.name().equals(BenchPlans.SERVICE) || answer.contains("\"status\":\"evaluated\"");
            if (!advised || !whole) {
                throw new IllegalStateException(server.name() + " answers " + files.get(i) + " with " + answer);
            }
        }
    }

    private Optional<String> token(String server) throws IOException {
        return plans.isAuthenticated() && server.equals(BenchPlans.SERVICE)
                ? Optional.of(Files.readAllLines(Wrk.tokens(1)).get(0))
                : Optional.empty();
    }

    private static double median(double... values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void progress(String format, Object... values) {
        System.err.printf(Locale.ROOT, format + "%n", values);
    }
}
