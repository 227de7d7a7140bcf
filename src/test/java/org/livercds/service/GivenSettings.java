package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings with which production starts, and what is said of them when one is otherwise. */
final class GivenSettings {

    static final Map<String, String> SAFE = Map.of(
            "livercds.public-url", "https://cds.example.org",
            "livercds.clients.ehr.issuer", "https://ehr.example.org",
            "livercds.clients.ehr.jwks-url", "https://ehr.example.org/jwks.json",
            "livercds.clients.ehr.fhir-servers", "https://ehr.example.org/fhir,http://localhost:8081/fhir",
            "livercds.clients.ehr.smart.client-id", "liver-cds",
            "quarkus.thread-pool.max-threads", "340");

    private GivenSettings() {}

    static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(setting, value);
        return settings;
    }

    static String onlyMistake(Map<String, String> settings, String profile) {
        List<String> mistakes = mistakes(settings, profile);
        assertEquals(1, mistakes.size(), mistakes::toString);
        return mistakes.get(0);
    }

    static List<String> mistakes(Map<String, String> settings, String profile) {
        return mistakes(settings, Set.of(), StartCheck.isProduction(List.of(profile)));
    }

    static List<String> mistakes(Map<String, String> settings, Set<String> variables, boolean production) {
        SmallRyeConfig all = settings(settings);
        return StartCheck.mistakes(all.getConfigMapping(LiverCdsConfig.class), all, variables, production)
                .toList();
    }

    static SmallRyeConfig settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(LiverCdsConfig.class)
                .build();
    }
}
