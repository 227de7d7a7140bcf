package org.livercds.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The answer to discovery. */
public record Discovery(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Service> services) {
    public Discovery {
        services = List.copyOf(services);
    }

    /**
     * One service.
     *
     * @param prefetch a FHIR query for each key, in the order in which an analyst would type them in
     * @param version of CDS Hooks
     */
    public record Service(
            String hook,
            String id,
            String title,
            String description,
            Map<String, String> prefetch,
            String usageRequirements,
            String version,
            Extension extension) {}

    /**
     * Under names that no other service uses.
     *
     * @param sourceAttributes where they are read; left out where the public address is not known
     */
    public record Extension(
            @JsonProperty("org.livercds.rules") Rules rules,
            @JsonProperty("org.livercds.sourceAttributes") String sourceAttributes) {}

    /**
     * Which rules the service applies.
     *
     * @param contentHash of guideline, cards and value sets
     * @param contentChanged true where a site changed them; left out otherwise
     */
    public record Rules(String version, String contentHash, Boolean contentChanged) {}
}
