package org.livercds.fhir;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.livercds.outbound.AllowedServers;
import org.livercds.outbound.FhirServer;

/**
 * Which FHIR servers may be read for whom.
 *
 * @param others for calls without a registered client
 * @param clients for those of a client, by its name
 */
public record Networks(Network others, Map<String, Network> clients) {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    public Networks {
        clients = Map.copyOf(clients);
    }

    /**
     * The servers that may be called, and for how long.
     *
     * @param deadline for all that one call fetches
     */
    public record Network(AllowedServers servers, Duration deadline) {
        public Network {
            if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("A deadline lies between 50 ms and 60 s.");
            }
        }

        /**
         * @param setting where the base URLs are registered
         * @param privateAddresses single ones or ranges to which the names of the servers may lead
         * @throws IllegalArgumentException with a sentence, where one of them is none
         */
        public static Network of(
                String setting, List<String> baseUrls, List<String> privateAddresses, Duration deadline) {
            return new Network(new AllowedServers(setting, baseUrls, privateAddresses), deadline);
        }
    }

    /** All servers by the name of their client and their place in its list. */
    Map<String, FhirServer> servers() {
        Map<String, FhirServer> named = new TreeMap<>();
        add("allowed-servers", others, named);
        clients.forEach((client, network) -> add(client, network, named));
        return named;
    }

    private static void add(String client, Network network, Map<String, FhirServer> named) {
        for (FhirServer server : network.servers().all()) {
            int place = network.servers().all().indexOf(server) + 1;
            named.putIfAbsent(client + "-" + place, server);
        }
    }

    /** A client reads its own servers, and none of another's. */
    Network of(Optional<String> client) {
        return client.map(clients::get).orElse(others);
    }
}
