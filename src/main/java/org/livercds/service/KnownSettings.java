package org.livercds.service;

import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.PropertyName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings that there are, as the interfaces of the configuration have them: what is none is a typing mistake. */
public final class KnownSettings {

    private static final String PREFIX = "livercds";
    private static final String ELEMENT = "[*]";
    private static final String INDEX = "(_\\d+_)?";
    private static final Pattern CLIENT = Pattern.compile("livercds\\.clients\\.(\"[^\"]*\"|[^.]+)\\..*");

    /** Kubernetes tells each process of the services beside it, one of which may be called as our settings begin. */
    private static final Pattern OF_KUBERNETES = Pattern.compile(
            "\\w+?_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    private final Map<String, Property> settings;

    private KnownSettings(Map<String, Property> settings) {
        this.settings = settings;
    }

    public static KnownSettings all() {
        Map<String, Property> settings =
                new TreeMap<>(ConfigMappings.getProperties(ConfigClass.configClass(LiverCdsConfig.class, PREFIX)));
        settings.keySet().removeIf(name -> name.endsWith(ELEMENT));
        return new KnownSettings(settings);
    }

    /** @return by name, in which {@code *} stands for the name of a client */
    Map<String, Property> byName() {
        return Map.copyOf(settings);
    }

    public boolean isOurs(String name) {
        return name.startsWith(PREFIX + ".");
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** What a value of it looks like, in words; nothing where any text will do. */
    public String form(String name) {
        return find(name).map(SettingForm::of).map(SettingForm::words).orElse("");
    }

    /** Of a name that is no setting: that it is none, and which one may have been meant. */
    public String misspelt(String name) {
        Matcher client = CLIENT.matcher(name);
        String clients = client.matches() ? client.group(1) : "NAME";
        return none(name, settings.keySet().stream().map(known -> known.replace("*", clients)));
    }

    /**
     * @param variables of the environment
     * @param clients that other sources name: of them a variable may set more, however they are written
     */
    List<String> misspelt(Stream<String> variables, Set<String> clients) {
        Stream<String> ofClients = clients.stream()
                .flatMap(client -> settings.keySet().stream().map(name -> variable(name.replace("*", client)) + INDEX));
        Pattern known = Pattern.compile(
                Stream.concat(settings.keySet().stream().map(KnownSettings::variables), ofClients)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
        return variables
                .filter(name -> name.startsWith(variable(PREFIX + ".")))
                .filter(name -> !known.matcher(name).matches())
                .filter(name -> !OF_KUBERNETES.matcher(name).matches())
                .sorted()
                .map(name -> none(name, settings.keySet().stream().map(KnownSettings::variable)))
                .toList();
    }

    /** As which a setting is written in the environment. */
    static String variable(String name) {
        return name.replace("*", "NAME").replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The name of a client is one word there, or stands between two lines. */
    private static String variables(String name) {
        return variable(name).replace("_NAME_", "_([A-Z0-9]+|_\\w+_)_") + INDEX;
    }

    private Optional<Property> find(String name) {
        return settings.entrySet().stream()
                .filter(known -> PropertyName.equals(known.getKey(), withoutIndex(name)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String withoutIndex(String name) {
        return name.replaceFirst("\\[\\d+]$", "");
    }

    private static String none(String name, Stream<String> known) {
        String hint = known.min(Comparator.comparingInt(each -> distance(each, name)))
                .filter(each -> distance(each, name) <= 1 + name.length() / 4)
                .map(each -> "Did you mean " + each + "?")
                .orElse("docs/CONFIGURATION.md lists those that there are.");
        return name + " is no setting of this service. " + hint;
    }

    /** How many letters have to be put in, left out or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
