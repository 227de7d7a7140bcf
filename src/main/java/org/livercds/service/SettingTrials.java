package org.livercds.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.livercds.codes.ContentFolder;
import org.livercds.outbound.AllowedServers;
import org.livercds.security.ClientRegistration;

/** Makes of the settings what can be made of them without harm, to learn which of them cannot be used. */
final class SettingTrials {

    private SettingTrials() {}

    /** A sentence for each that cannot be used. */
    static Stream<String> broken(LiverCdsConfig config) {
        List<String> inside = config.fhir().privateAddresses().orElse(List.of());
        List<ClientRegistration> clients = Clients.registrations(config);
        return Stream.of(
                        clients.stream().map(ClientRegistration::mistakes).flatMap(List::stream),
                        ClientRegistration.mistake(clients).stream(),
                        servers(config).entrySet().stream()
                                .flatMap(servers ->
                                        trial(() -> new AllowedServers(servers.getKey(), servers.getValue(), inside))),
                        plain(config).flatMap(SettingTrials::trial))
                .flatMap(sentences -> sentences);
    }

    private static Stream<Runnable> plain(LiverCdsConfig config) {
        FeedbackConfig feedback = config.feedback();
        return Stream.of(
                () -> new Content().clock(config),
                () -> SmartClients.requireUsable(config),
                () -> FeedbackKeys.decode("livercds.feedback.key", feedback.key()),
                () -> FeedbackKeys.decode("livercds.feedback.previous-key", feedback.previousKey()),
                () -> requireAppKey(config.app()),
                () -> requireFolder(
                        "livercds.cards.directory", "cds-cards", config.cards().directory()),
                () -> requireFolder(
                        "livercds.fhir-profiles.directory",
                        "fhir-profiles",
                        config.fhirProfiles().directory()));
    }

    /** Which are called, with the setting that says so. */
    private static Map<String, List<String>> servers(LiverCdsConfig config) {
        Map<String, List<String>> servers = new TreeMap<>();
        servers.put(
                "livercds.fhir.allowed-servers", config.fhir().allowedServers().orElse(List.of()));
        config.clients()
                .forEach((name, client) -> servers.put(
                        "livercds.clients.\"" + name + "\".fhir-servers",
                        client.fhirServers().orElse(List.of())));
        return servers;
    }

    private static void requireAppKey(AppConfig app) {
        if (app.store() == AppConfig.Store.POSTGRESQL) {
            AppSetup.key(app);
        } else {
            FeedbackKeys.decode("livercds.app.key", app.key());
        }
    }

    private static void requireFolder(String setting, String name, Optional<Path> mounted) {
        Content.orRefuse(setting, () -> {
            new ContentFolder(name, mounted).checkOverride();
            return mounted;
        });
    }

    private static Stream<String> trial(Runnable making) {
        try {
            making.run();
            return Stream.empty();
        } catch (StartRefusedException refused) {
            return Stream.of(refused.sentence());
        } catch (IllegalArgumentException unusable) {
            return Stream.of(unusable.getMessage());
        }
    }
}
