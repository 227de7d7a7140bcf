package org.livercds.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.livercds.fhir.PrefetchKey;
import org.livercds.outbound.AllowedServers;
import org.livercds.outbound.SmartClient.Requester;
import org.livercds.security.smart.SmartRegistration;

/** The clients whose EHRs may open the picture, as the settings write them. */
final class SmartClients {

    private static final String WHO = "launch openid fhirUser";

    private SmartClients() {}

    /** @throws StartRefusedException where one of them cannot be used */
    static List<SmartRegistration> of(LiverCdsConfig config) {
        List<SmartRegistration> registrations = config.clients().entrySet().stream()
                .flatMap(client -> client.getValue().smart().map(smart -> registration(config, client, smart)).stream())
                .toList();
        if (!registrations.isEmpty() && config.publicUrl().isEmpty()) {
            throw refused("livercds.public-url is not set, and a client has smart: its EHR would not know where to send"
                    + " the browser back to. Set it to the address under which browsers reach this service.");
        }
        return registrations;
    }

    /** @throws StartRefusedException where one of them cannot be used, or a launch could be of two */
    static void requireUsable(LiverCdsConfig config) {
        Content.orRefuse("livercds.clients", () -> {
            SmartRegistration.requireDistinct(of(config));
            return config;
        });
    }

    private static SmartRegistration registration(
            LiverCdsConfig config, Map.Entry<String, LiverCdsConfig.Client> client, SmartConfig smart) {
        String setting = "livercds.clients.\"" + client.getKey() + "\"";
        List<String> servers = client.getValue().fhirServers().orElse(List.of());
        if (servers.isEmpty()) {
            throw refused(setting + ".smart needs " + setting + ".fhir-servers: a launch names one of them.");
        }
        List<String> inside = config.fhir().privateAddresses().orElse(List.of());
        List<String> tokens = Stream.concat(
                        servers.stream(), smart.tokenOrigins().stream().flatMap(List::stream))
                .toList();
        return Content.orRefuse(
                setting,
                () -> new SmartRegistration(
                        client.getKey(),
                        new AllowedServers(setting + ".fhir-servers", servers, inside),
                        new AllowedServers(setting + ".smart.token-origins", tokens, inside),
                        new Requester(smart.clientId(), secret(setting, smart)),
                        scopes(smart)));
    }

    private static Optional<String> secret(String setting, SmartConfig smart) {
        return smart.clientSecretFile().map(file -> {
            String secret = read(file).strip();
            if (secret.isEmpty()) {
                throw refused(setting + ".smart.client-secret-file cannot be read, or is empty.");
            }
            return secret;
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** To read and search what the service reads, of the patient that is open, and who looks at it. */
    private static List<String> scopes(SmartConfig smart) {
        Stream<String> asked = smart.scopes()
                .map(written -> Stream.of(written.strip().split("\\s+")))
                .orElseGet(() -> Stream.concat(
                        Stream.of(WHO.split(" ")),
                        Stream.of(PrefetchKey.values())
                                .map(PrefetchKey::resourceType)
                                .distinct()
                                .map(type -> "patient/" + type + ".rs")));
        return asked.toList();
    }

    private static StartRefusedException refused(String sentence) {
        return new StartRefusedException(sentence);
    }
}
