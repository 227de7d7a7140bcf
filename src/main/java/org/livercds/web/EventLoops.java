package org.livercds.web;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How many threads read and write connections: one for two processors, where Vert.x takes two for each. Reading and writing
 * are a seventh of the work; a thread that has more of it is woken less often. A single processor has two, which get it
 * sooner from those that work on calls: under overload refusals wait for that. What the operator sets stands.
 */
@Singleton
final class EventLoops implements VertxOptionsCustomizer {

    private static final String SETTING = "quarkus.vertx.event-loops-pool-size";

    @Override
    public void accept(VertxOptions options) {
        if (ConfigProvider.getConfig().getOptionalValue(SETTING, Integer.class).isEmpty()) {
            options.setEventLoopPoolSize(number(Runtime.getRuntime().availableProcessors()));
        }
    }

    static int number(int processors) {
        return processors == 1 ? 2 : processors / 2;
    }
}
