package org.livercds.conformance;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tests that a document names, by package, class and method below {@code org.livercds}. */
public final class NamedTests {

    private static final String ROOT = "org.livercds.";
    private static final Pattern NAME = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w+\\.[a-z]\\w+)`");

    private NamedTests() {}

    /** Those that a text names. */
    public static List<String> in(String text) {
        return NAME.matcher(text).results().map(test -> test.group(1)).toList();
    }

    /** Whether a text is names of tests and nothing else. */
    public static boolean fill(String text) {
        return !in(text).isEmpty() && NAME.matcher(text).replaceAll("").isBlank();
    }

    /** Fails if it is no test, or one that is not run. */
    public static void require(String test) {
        String name = test.substring(0, test.lastIndexOf('.'));
        assertTrue(name.endsWith("Test") && Files.exists(file(name)), () -> "no class for " + test);
        assertTrue(of(name).contains(test.substring(name.length() + 1)), () -> "no test " + test);
    }

    static Set<String> of(String name) {
        Class<?> type = type(name);
        assertFalse(type.isAnnotationPresent(Disabled.class), name);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .filter(method -> !method.isAnnotationPresent(Disabled.class))
                .map(Method::getName)
                .collect(toSet());
    }

    static Path file(String name) {
        return Path.of("src/test/java/org/livercds/" + name.replace('.', '/') + ".java");
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(ROOT + name, false, NamedTests.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("no class " + name, missing);
        }
    }
}
