package org.livercds.security.smart;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.livercds.outbound.AllowedServers;
import org.livercds.outbound.FhirServer;
import org.livercds.outbound.SmartClient.Requester;

/**
 * A client whose EHR may open our page.
 *
 * @param name of the client, under {@code livercds.clients}
 * @param servers its FHIR servers: the only {@code iss} of its launches
 * @param tokenServers where its tokens may be asked for: these, and the origins that are registered for it
 * @param requester who we are there
 * @param scopes that are asked for, in the form of SMART 2
 */
public record SmartRegistration(
        String name, AllowedServers servers, AllowedServers tokenServers, Requester requester, List<String> scopes) {

    public SmartRegistration {
        scopes = List.copyOf(scopes);
    }

    /** @throws LaunchException where a token may not be asked for there */
    FhirServer tokenServer(URI endpoint) {
        return tokenServers.atOriginOf(endpoint).orElseThrow(() -> new LaunchException(LaunchProblem.EHR_NOT_USABLE));
    }

    /** A registration, and which of its servers. */
    record Found(SmartRegistration registration, FhirServer server) {}

    static Optional<Found> find(List<SmartRegistration> all, String iss) {
        return all.stream()
                .flatMap(one -> one.servers().find(iss).map(server -> new Found(one, server)).stream())
                .findFirst();
    }

    /** @throws IllegalArgumentException with a sentence, where the same server is of two */
    public static void requireDistinct(List<SmartRegistration> all) {
        for (SmartRegistration one : all) {
            if (all.stream().anyMatch(other -> other != one && other.servers().overlaps(one.servers()))) {
                throw new IllegalArgumentException(
                        "livercds.clients has two clients with smart and the same FHIR server;"
                                + " \"" + one.name()
                                + "\" is one of them. A launch names its server only: give smart to one of"
                                + " them.");
            }
        }
    }
}
