package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.MultithreadEventExecutorGroup;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EventLoopsTest {

    private static final String SETTING = "quarkus.vertx.event-loops-pool-size";

    @Inject
    Vertx vertx;

    @AfterEach
    void forget() {
        System.clearProperty(SETTING);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1", "3, 1", "4, 2", "64, 32"})
    void there_is_one_for_two_processors_and_two_for_a_single_one(int processors, int loops) {
        assertEquals(loops, EventLoops.number(processors));
    }

    @Test
    void the_server_has_so_many() {
        int loops = EventLoops.number(Runtime.getRuntime().availableProcessors());
        assertEquals(loops, made());
        EventLoopGroup running = ((VertxInternal) vertx).getEventLoopGroup();
        assertEquals(loops, ((MultithreadEventExecutorGroup) running).executorCount());
    }

    @Test
    void what_the_operator_sets_stands() {
        System.setProperty(SETTING, "7");
        assertEquals(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE, made());
    }

    private static int made() {
        VertxOptions options = new VertxOptions();
        new EventLoops().accept(options);
        return options.getEventLoopPoolSize();
    }
}
