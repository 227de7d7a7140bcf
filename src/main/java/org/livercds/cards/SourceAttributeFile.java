package org.livercds.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Citation;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;
import org.livercds.hooks.Language;
import org.livercds.hooks.SourceAttributes.Attribute;

/** The source attributes of the services, in English; what cannot be used is refused when it is read. */
public final class SourceAttributeFile {

    private static final String FILE = "source-attributes.yaml";
    private static final Set<String> HOOKS = Set.of("patient-view", "order-select", "order-sign");
    private static final Set<String> USES = Set.of("used", "not used");
    private static final String VERSION = "version";

    private final Map<SourceAttribute, Listed> listed;
    private final Map<String, String> sources;

    /** What one hook has otherwise. */
    private record Otherwise(String value, String how) {}

    private record Listed(
            @JsonProperty(required = true) String title,
            @JsonProperty(required = true) String value,
            @JsonProperty(required = true) String how,
            Map<String, Otherwise> hooks) {
        Listed {
            hooks = hooks == null ? Map.of() : Map.copyOf(hooks);
        }

        String value(String hook) {
            return Optional.ofNullable(hooks.get(hook)).map(Otherwise::value).orElse(value);
        }

        String how(String hook) {
            return Optional.ofNullable(hooks.get(hook)).map(Otherwise::how).orElse(how);
        }
    }

    private SourceAttributeFile(Map<SourceAttribute, Listed> listed, Map<String, String> sources) {
        this.listed = listed;
        this.sources = sources;
    }

    /** @param folder {@code cds-cards} */
    public static SourceAttributeFile read(ContentFolder folder) {
        Map<String, Listed> all = new LinkedHashMap<>(listed(folder));
        Map<SourceAttribute, Listed> listed = new EnumMap<>(SourceAttribute.class);
        for (SourceAttribute attribute : SourceAttribute.values()) {
            Listed one = all.remove(attribute.key());
            if (one == null) {
                throw refused(folder, attribute.key() + " is missing");
            }
            listed.put(attribute, one);
        }
        if (!all.isEmpty()) {
            throw refused(folder, all.keySet().iterator().next() + " is no source attribute");
        }
        SourceAttributeFile file = new SourceAttributeFile(listed, sources(folder));
        listed.forEach((attribute, one) -> file.check(folder, attribute, one));
        return file;
    }

    /**
     * Those of one service.
     *
     * @param version of guideline, cards and value sets
     */
    public List<Attribute> of(String hook, String version) {
        List<Attribute> attributes = new ArrayList<>();
        listed.forEach((attribute, one) -> attributes.add(new Attribute(
                attribute.number(),
                attribute.key(),
                one.title(),
                new Template(one.value(hook)).fill(name -> name.equals(VERSION) ? version : sources.get(name)),
                one.how(hook))));
        return List.copyOf(attributes);
    }

    private void check(ContentFolder folder, SourceAttribute attribute, Listed one) {
        for (String hook : one.hooks().keySet()) {
            if (!HOOKS.contains(hook)) {
                throw refused(folder, attribute.key() + " names " + hook + ", which is no hook of the service");
            }
        }
        for (String hook : HOOKS) {
            String value = one.value(hook);
            if (Stream.of(one.title(), value, one.how(hook)).anyMatch(String::isBlank)) {
                throw refused(folder, attribute.key() + " has no words");
            }
            if (attribute.isUseOfData() && !USES.contains(value)) {
                throw refused(folder, attribute.key() + " is neither used nor not used");
            }
            for (String name : new Template(value).placeholders()) {
                if (!name.equals(VERSION) && !sources.containsKey(name)) {
                    throw refused(folder, "{" + name + "} is no placeholder of " + attribute.key());
                }
            }
        }
    }

    private static Map<String, Listed> listed(ContentFolder folder) {
        try {
            return Phrases.YAML.readValue(folder.read(FILE), new TypeReference<>() {});
        } catch (JsonProcessingException malformed) {
            throw new InvalidContentException(
                    folder.path(FILE),
                    malformed.getLocation().getLineNr(),
                    CardFile.firstSentence(malformed.getOriginalMessage()));
        }
    }

    /** By placeholder. */
    private static Map<String, String> sources(ContentFolder folder) {
        Sources documents = Sources.read(folder, Language.EN);
        Map<String, String> sources = new HashMap<>();
        for (Citation.Document document : Citation.Document.values()) {
            Sources.Entry source = documents.get(document);
            String name = document.name().toLowerCase(Locale.ROOT);
            sources.put(name, source.label() + ", " + source.date() + ", " + source.url());
            sources.put(name + "date", source.date());
        }
        return Map.copyOf(sources);
    }

    private static InvalidContentException refused(ContentFolder folder, String why) {
        return new InvalidContentException(folder.path(FILE), 0, why);
    }
}
