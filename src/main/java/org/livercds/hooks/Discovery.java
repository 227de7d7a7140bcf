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

    /** Under a name that no other service uses. */
    public record Extension(
            @JsonProperty("org.livercds.rules") Rules rules) {}

    /** Which rules the service applies. */
    public record Rules(String version) {}
}
