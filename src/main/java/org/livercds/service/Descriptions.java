package org.livercds.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.PrefetchTemplates;
import org.livercds.hooks.Discovery;

/** What the services have in common in discovery: the queries, and who may type them in by hand. */
@Singleton
final class Descriptions {

    private static final String CDS_HOOKS = "2.0.1";

    private final Map<String, String> prefetch;
    private final String publicUrl;
    private final String requirements;
    private final Discovery.Rules rules;

    @Inject
    Descriptions(ValueSets valueSets, ContentVersion content, LiverCdsConfig config) {
        this(valueSets, content, AppSetup.publicUrl(config));
    }

    /** @param publicUrl where clients call the services; empty where nobody has said so */
    Descriptions(ValueSets valueSets, ContentVersion content, String publicUrl) {
        this.publicUrl = publicUrl;
        this.rules = new Discovery.Rules(content.version(), content.hash(), content.changed());
        this.prefetch = PrefetchTemplates.of(valueSets);
        this.requirements =
                "FHIR R4. Prefetch of these keys, or a registered fhirServer and read access to these types;"
                        + " conditions are required, the others make the answer complete:\n"
                        + prefetch.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining("\n"));
    }

    Discovery.Service of(String hook, String id, String title, String description) {
        return new Discovery.Service(
                hook,
                id,
                title,
                description,
                prefetch,
                requirements,
                CDS_HOOKS,
                new Discovery.Extension(
                        rules, SourceAttributePages.address(publicUrl, id).orElse(null)));
    }
}
