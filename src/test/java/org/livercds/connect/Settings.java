package org.livercds.connect;

import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.service.LiverCdsConfig;

/** The settings that there are, and those that a text names. */
public final class Settings {

    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w./-])livercds\\.[a-z-]+(\\.(\"[^\"]+\"|[A-Za-z][A-Za-z-]*))*");
    private static final Pattern CLIENT = Pattern.compile("^(livercds\\.clients)\\.(\"[^\"]+\"|[A-Za-z-]+)");

    private Settings() {}

    /** Those that a text names and nobody reads. */
    public static Set<String> unknown(String text) {
        Set<String> all = of("livercds", LiverCdsConfig.class).collect(Collectors.toSet());
        return named(text).filter(name -> !all.contains(name)).collect(Collectors.toSet());
    }

    /** With a star for the name of a client. */
    public static Stream<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map(found -> CLIENT.matcher(found.group()).replaceFirst("$1.*"));
    }

    private static Stream<String> of(String prefix, Class<?> group) {
        return Arrays.stream(group.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> of(prefix, method));
    }

    private static Stream<String> of(String prefix, Method method) {
        String name = prefix + "." + StringUtil.skewer(method.getName());
        boolean named = Map.class.isAssignableFrom(method.getReturnType());
        Class<?> type = held(method.getGenericReturnType());
        boolean group = type.isInterface() && type.getName().startsWith("org.livercds.");
        return group ? of(named ? name + ".*" : name, type) : Stream.of(name);
    }

    /** What an Optional or a Map holds, or the type itself. */
    private static Class<?> held(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return held(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }
}
