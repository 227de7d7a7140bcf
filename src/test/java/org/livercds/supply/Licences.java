package org.livercds.supply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code licences.yaml}: what may be in the jar. */
record Licences(Set<String> allowed, Map<String, String> names, Map<String, Exemption> exceptions) {

    private static final ObjectMapper YAML = new YAMLMapper();

    /** What a component says that is in no list, and why it may stay; it counts only while the component says that. */
    record Exemption(String says, String reason) {}

    static Licences read() {
        try (InputStream file = Licences.class.getResourceAsStream("/licences.yaml")) {
            return YAML.readValue(file, Licences.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What is wrong with it, in a sentence. Every licence that it names has to be allowed: whether several are a choice
     * or hold together is not told.
     */
    Optional<String> objection(Component component) {
        List<String> refused = component.licences().stream()
                .filter(licence -> !allowed.contains(identifier(licence)))
                .toList();
        if (isExempt(component) || !component.licences().isEmpty() && refused.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                component.name() + " has " + (refused.isEmpty() ? "no licence" : String.join(", ", refused)));
    }

    boolean isExempt(Component component) {
        Exemption exemption = exceptions.get(component.name());
        return exemption != null && exemption.says().equals(String.join(", ", component.licences()));
    }

    String identifier(String licence) {
        return names.getOrDefault(licence, licence);
    }
}
