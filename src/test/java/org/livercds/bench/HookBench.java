package org.livercds.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.HookRequest;
import org.livercds.service.AnswerSteps;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What each step of an answer takes, and all of them; each invocation is about the next of the kinds of charts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HookBench {

    /** About so many kilobytes without narrative. */
    @Param({"8", "80", "800"})
    public int size;

    /** Whether each resource carries an XHTML narrative. */
    @Param({"false", "true"})
    public boolean narrative;

    private record Prepared(byte[] body, HookRequest request, ReadChart read, AnswerSteps.Judged judged) {}

    private final AnswerSteps steps = new AnswerSteps();
    private List<Prepared> prepared;
    private int turn;

    /** Makes what each step begins with. */
    @Setup
    public void prepare() {
        prepared = IntStream.range(0, BenchRequest.KINDS)
                .mapToObj(i -> prepare(BenchRequest.of(size, narrative, i, AnswerSteps.today())
                        .prefetched()
                        .getBytes()))
                .toList();
    }

    private Prepared prepare(byte[] body) {
        HookRequest request = steps.parse(body);
        ReadChart read = steps.read(request);
        return new Prepared(body, request, read, steps.evaluate(read));
    }

    /** So that the process ends. */
    @TearDown
    public void end() {
        steps.close();
    }

    /** From bytes to the request. */
    @Benchmark
    public Object parse() {
        return steps.parse(next().body());
    }

    /** From the request to the chart entries and the ledger. */
    @Benchmark
    public Object read() {
        return steps.read(next().request());
    }

    /** From chart entries to the chart and the advice. */
    @Benchmark
    public Object evaluate() {
        return steps.evaluate(next().read());
    }

    /** From the advice to cards and bytes. */
    @Benchmark
    public Object write() {
        Prepared of = next();
        return steps.write(of.judged(), of.read(), of.request().patientId());
    }

    /** From bytes to bytes. */
    @Benchmark
    public Object answer() {
        return steps.answer(next().body());
    }

    private Prepared next() {
        turn = (turn + 1) % BenchRequest.KINDS;
        return prepared.get(turn);
    }
}
