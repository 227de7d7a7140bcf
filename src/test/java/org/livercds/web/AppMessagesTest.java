package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AppMessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Words, numbers and units that are the same in both languages. */
    private static final Set<String> SAME = Set.of("afp", "sizeUnit", "lineOne", "lineThree", "mapBar");

    @Test
    void every_text_stands_in_both_languages_with_the_same_placeholders() throws IOException {
        Properties english = read("en");
        Properties spanish = read("es");
        Set<String> methods = Arrays.stream(AppMessages.class.getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertEquals(methods, english.stringPropertyNames());
        assertEquals(methods, spanish.stringPropertyNames());
        for (String key : methods) {
            assertEquals(placeholders(english, key), placeholders(spanish, key), key);
            assertFalse(spanish.getProperty(key).isBlank(), key);
            assertEquals(SAME.contains(key), english.getProperty(key).equals(spanish.getProperty(key)), key);
        }
    }

    private static Set<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/app_" + language + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
