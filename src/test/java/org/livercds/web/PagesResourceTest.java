package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.service.LiverCdsConfig;

class PagesResourceTest {

    @Test
    void without_the_demonstration_there_are_no_pages() {
        LiverCdsConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(LiverCdsConfig.class)
                .build()
                .getConfigMapping(LiverCdsConfig.class);
        assertFalse(config.demo().enabled());
        PagesResource pages = new PagesResource(config, null, null);
        RefusedException refused = assertThrows(RefusedException.class, () -> pages.demo(null, null));
        assertEquals(Refusal.NOT_FOUND, refused.refusal());
    }
}
