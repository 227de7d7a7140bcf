package org.livercds.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMappingInterface.Property;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/CONFIGURATION.md: a head that is written by hand, and the settings as the interfaces have them. */
record ConfigurationPage(SettingSources sources, Map<String, Property> known, Properties profiles) {

    static final Path FILE = Path.of("docs/CONFIGURATION.md");

    private static final String MARK = "<!-- From here on written by ConfigurationPageTest. -->";
    private static final List<String> TRIALS = List.of("dev", "demo");
    private static final Map<Class<?>, String> PLAIN = Map.of(
            int.class, "number",
            boolean.class, "`true`, `false`",
            BigDecimal.class, "number",
            double.class, "number",
            Duration.class, "time",
            MemorySize.class, "size",
            Path.class, "path");

    static ConfigurationPage read() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }
        return new ConfigurationPage(SettingSources.read(), KnownSettings.all().byName(), properties);
    }

    /** The whole page, with the head that it has. */
    String text() throws IOException {
        String page = Files.readString(FILE);
        return page.substring(0, page.indexOf(MARK) + MARK.length()) + "\n\n" + generated();
    }

    private String generated() {
        return Stream.concat(
                        Stream.of(section("livercds", "The service")),
                        sources.groups().entrySet().stream()
                                .map(group -> section(group.getKey(), said(group.getKey(), group.getValue()))))
                .filter(section -> section.contains("| `"))
                .collect(Collectors.joining("\n"));
    }

    private static String said(String prefix, String words) {
        String plain = words.replaceFirst("^The settings `[^`]*`: ", "");
        return plain.isEmpty() ? "`" + prefix + "`" : plain.substring(0, 1).toUpperCase() + plain.substring(1);
    }

    private String section(String prefix, String about) {
        String rows = sources.settings().entrySet().stream()
                .filter(setting -> setting.getKey()
                        .substring(0, setting.getKey().lastIndexOf('.'))
                        .equals(prefix))
                .map(setting -> row(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining());
        return "### `" + prefix.replace("*", "NAME") + "`\n\n" + about + (about.endsWith(".") ? "" : ".")
                + "\n\n| setting, variable | value | default | what it is |\n|---|---|---|---|\n" + rows;
    }

    private String row(String name, String said) {
        SettingForm form = SettingForm.of(known.get(name));
        return "| `%s`<br>`%s` | %s | %s | %s |%n"
                .formatted(
                        name.replace("*", "NAME"),
                        KnownSettings.variable(name),
                        value(name, form),
                        defaults(name, known.get(name)),
                        said + constants(form));
    }

    private static String value(String name, SettingForm form) {
        String words = form.type().isEnum()
                ? form.choices().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "))
                : PLAIN.getOrDefault(form.type(), "text");
        return (form.isList() ? "list: " + words : words)
                + SettingRanges.between(name).map(bounds -> ", " + bounds).orElse("");
    }

    private String constants(SettingForm form) {
        if (!form.type().isEnum()) {
            return "";
        }
        List<Object> constants = List.of((Object[]) form.type().getEnumConstants());
        return form.choices().stream()
                .flatMap(choice -> sources
                        .constant(
                                form.type(),
                                ((Enum<?>) constants.get(form.choices().indexOf(choice))).name())
                        .map(doc -> " `" + choice + "`: " + doc)
                        .stream())
                .collect(Collectors.joining());
    }

    private String defaults(String name, Property property) {
        String standard = Optional.ofNullable(profiles.getProperty(name))
                .or(() -> property.hasDefaultValue() ? Optional.of(property.getDefaultValue()) : Optional.empty())
                .map(value -> "`" + value + "`")
                .orElse(isOptional(property) ? "–" : "has to be set");
        Map<String, List<String>> others = TRIALS.stream()
                .filter(profile -> profiles.containsKey("%" + profile + "." + name))
                .collect(Collectors.groupingBy(profile -> profiles.getProperty("%" + profile + "." + name)));
        return standard
                + others.entrySet().stream()
                        .map(other -> "; " + String.join(" and ", other.getValue()) + " `" + other.getKey() + "`")
                        .collect(Collectors.joining());
    }

    private static boolean isOptional(Property property) {
        return property.getMethod().getReturnType() == Optional.class;
    }
}
