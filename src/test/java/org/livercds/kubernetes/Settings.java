package org.livercds.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.livercds.service.LiverCdsConfig;

/** The settings that the service has, and those that manifests give it. */
final class Settings {

    private Settings() {}

    /** Names of all settings of the service; those of clients have {@code *} for the client. */
    static Stream<String> names() {
        return names("livercds", LiverCdsConfig.class);
    }

    private static Stream<String> names(String prefix, Class<?> group) {
        return Arrays.stream(group.getDeclaredMethods()).flatMap(setting -> names(prefix, setting));
    }

    private static Stream<String> names(String prefix, Method setting) {
        String name = prefix + "." + StringUtil.skewer(setting.getName());
        if (setting.getReturnType() == Map.class) {
            return names(name + ".*", LiverCdsConfig.Client.class);
        }
        boolean group = setting.getReturnType().isInterface()
                && setting.getReturnType().getPackage().equals(LiverCdsConfig.class.getPackage());
        return group ? names(name, setting.getReturnType()) : Stream.of(name);
    }

    /** How a variable of the environment writes a setting. */
    static String variable(String setting) {
        return StringUtil.replaceNonAlphanumericByUnderscores(setting).toUpperCase(java.util.Locale.ROOT);
    }

    static Map<String, String> environment(JsonNode workload) {
        Map<String, String> variables = new TreeMap<>();
        workload.at(Hardening.POD + "/containers/0/env")
                .forEach(variable -> variables.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return variables;
    }

    static Map<String, String> properties(String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> settings = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        return settings;
    }
}
