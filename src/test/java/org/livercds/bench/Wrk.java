package org.livercds.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.livercds.load.Proc;
import org.livercds.load.Tenant;
import org.livercds.load.TokenPool;

/** The load generator: a closed loop of so many connections, each of which calls again when it has its answer. */
final class Wrk {

    private static final Path SCRIPT = Path.of("docs/bench/post.lua");
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final int TOKEN_SECONDS = 3_000;

    private Wrk() {}

    /** @param tokens for how many calls there have to be tokens; 0 where none are needed */
    static Sample run(BenchServer server, Shape shape, int connections, int seconds, int tokens)
            throws IOException, InterruptedException {
        Optional<Path> file = tokens == 0 ? Optional.empty() : Optional.of(tokens(tokens));
        double cpu = Proc.cpu(server.pid());
        double own = Proc.own();
        double machine = Proc.machine();
        Matcher result = result(server, shape, connections, seconds, file);
        double used = Proc.cpu(server.pid()) - cpu;
        double others = Proc.machine() - machine - used - (Proc.own() - own);
        double good = Double.parseDouble(result.group(1));
        double took = Double.parseDouble(result.group(2)) / 1e6;
        Sample sample = new Sample(
                good / took,
                good == 0 ? NEVER : Double.parseDouble(result.group(3)) / 1e3,
                good == 0 ? NEVER : Double.parseDouble(result.group(4)) / 1e3,
                good == 0 ? NEVER : used * 1e3 / good,
                Proc.resident(server.pid()),
                Math.max(0, others / took),
                Long.parseLong(result.group(5)),
                Long.parseLong(result.group(6)));
        server.settle();
        return sample;
    }

    private static Matcher result(BenchServer server, Shape shape, int connections, int seconds, Optional<Path> tokens)
            throws IOException, InterruptedException {
        ProcessBuilder wrk = new ProcessBuilder(List.of(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "60s",
                        "-s",
                        SCRIPT.toString(),
                        server.hook().toString()))
                .redirectErrorStream(true);
        wrk.environment().put("REQUESTS", shape.requests().toString());
        tokens.ifPresent(file -> wrk.environment().put("TOKENS", file.toString()));
        Process process = wrk.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException("wrk says: " + output);
        }
        return result;
    }

    /** Signed before the load begins. */
    static Path tokens(int count) throws IOException {
        TokenPool pool = new TokenPool(Tenant.NORTH, BenchPlans.HOOK);
        pool.fill(count, TOKEN_SECONDS);
        return Files.write(Path.of("target", "bench", "tokens"), pool.tokens());
    }
}
