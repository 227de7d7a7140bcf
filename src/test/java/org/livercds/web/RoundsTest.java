package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoundsTest {

    private static final int ROUNDS = 20;

    private final SingleThreadEventLoop reader = (SingleThreadEventLoop) new NioEventLoopGroup(1).next();

    @AfterEach
    void end() {
        reader.shutdownGracefully();
    }

    @Test
    void what_is_there_is_done_first_and_then_there_is_one_pause() throws Exception {
        List<String> done = new ArrayList<>();
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            CountDownLatch first = new CountDownLatch(1);
            CountDownLatch all = new CountDownLatch(1);
            reader.execute(() -> {
                await(first);
                Rounds.pause(reader);
                Rounds.pause(reader);
                done.add("refused");
            });
            reader.execute(() -> done.add("read"));
            reader.execute(() -> reader.executeAfterEventLoopIteration(all::countDown));
            first.countDown();
            all.await();
        }
        long took = System.nanoTime() - begun;
        assertEquals(2 * ROUNDS, done.size());
        assertEquals(List.of("refused", "read"), done.subList(done.size() - 2, done.size()));
        assertTrue(took >= ROUNDS * Rounds.PAUSE.toNanos() / 2, "paused " + took + " ns");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
