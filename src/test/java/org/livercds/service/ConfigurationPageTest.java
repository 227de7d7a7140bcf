package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of settings is that of the interfaces. */
class ConfigurationPageTest {

    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w.%-])livercds(?:\\.(?:[a-z][a-z-]*|NAME|\"name\"|north))+");

    /** Names of something else, and one that is misspelt to show what then happens. */
    private static final Set<String> NO_SETTINGS =
            Set.of("livercds.outcome", "livercds.problem", "livercds.org", "livercds.properties", "livercds.deadlin");

    private static ConfigurationPage page;

    @BeforeAll
    static void read() throws IOException {
        page = ConfigurationPage.read();
    }

    /** With {@code -Dupdate-configuration=true} the page is written anew. */
    @Test
    void the_page_is_what_the_interfaces_say() throws IOException {
        String text = page.text();
        if (Boolean.getBoolean("update-configuration")) {
            Files.writeString(ConfigurationPage.FILE, text);
        }
        assertEquals(
                text,
                Files.readString(ConfigurationPage.FILE),
                "write it anew: ./mvnw test -Djacoco.skip -Dtest=ConfigurationPageTest -Dupdate-configuration=true");
    }

    @Test
    void every_setting_says_what_it_is_and_no_key_forgets_that_it_is_secret() {
        assertEquals(
                new TreeSet<>(page.known().keySet()),
                new TreeSet<>(page.sources().settings().keySet()));
        page.sources().settings().forEach((name, said) -> assertTrue(said.endsWith("."), name + ": " + said));
        page.sources()
                .settings()
                .forEach((name, said) -> assertEquals(name.endsWith("key"), said.contains("A secret."), name));
    }

    /** What the documents tell operators to set is there. */
    @Test
    void every_setting_that_a_document_names_exists() throws IOException {
        KnownSettings known = KnownSettings.all();
        Set<String> unknown = new TreeSet<>();
        for (String file : Set.of("README.md", "docs/OPERATIONS.md", "docs/SMART.md", "docs/CONFIGURATION.md")) {
            unknown.addAll(NAMED.matcher(Files.readString(Path.of(file)))
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !isKnown(known, name))
                    .collect(Collectors.toSet()));
        }
        unknown.removeAll(NO_SETTINGS);
        assertEquals(Set.of(), unknown);
    }

    /** A setting, or what several begin with. */
    private static boolean isKnown(KnownSettings known, String name) {
        String plain = name.replace("NAME", "x").replace("\"name\"", "x");
        return known.has(plain)
                || known.byName().keySet().stream()
                        .anyMatch(setting -> setting.replace("*", "x").startsWith(plain.replace("north", "x") + "."));
    }
}
