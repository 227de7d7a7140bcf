package org.livercds.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMappingInterface.Property;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.hooks.Language;

/**
 * What a value of a setting looks like.
 *
 * @param type of the value, or of each where it is a list
 */
record SettingForm(Class<?> type, boolean isList) {

    private static final Map<Class<?>, String> WORDS = Map.of(
            int.class, "a whole number",
            boolean.class, "true or false",
            BigDecimal.class, "a number",
            double.class, "a number",
            Duration.class, "a time such as 250ms, 10s, 5m or 30d",
            MemorySize.class, "a size such as 100M",
            Path.class, "a path");

    static SettingForm of(Property setting) {
        return of(setting.getMethod().getGenericReturnType(), false);
    }

    private static SettingForm of(Type type, boolean isList) {
        return type instanceof ParameterizedType container
                ? of(container.getActualTypeArguments()[0], isList || container.getRawType() == List.class)
                : new SettingForm((Class<?>) type, isList);
    }

    /** Nothing where any text will do. */
    String words() {
        return type.isEnum() ? "one of " + String.join(", ", choices()) : WORDS.getOrDefault(type, "");
    }

    /** The words from which it is chosen. */
    List<String> choices() {
        return Stream.ofNullable((Object[]) type.getEnumConstants())
                .flatMap(Stream::of)
                .map(SettingForm::written)
                .collect(Collectors.toList());
    }

    private static String written(Object choice) {
        return choice instanceof Language language
                ? language.code()
                : ((Enum<?>) choice).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
