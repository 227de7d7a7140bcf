package org.livercds.outbound;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses that may be called: bases of FHIR servers, or key sets. Any other in a request is as good as none. */
public final class AllowedServers {

    private static final String ADDRESSES = "livercds.fhir.private-addresses";

    private final Map<URI, FhirServer> servers = new LinkedHashMap<>();

    /**
     * @param setting where they are registered, for whoever has to mend it
     * @param baseUrls http or https, without user, query and fragment
     * @param privateAddresses single addresses or CIDR ranges, not public, to which the name of a server may lead
     */
    public AllowedServers(String setting, List<String> baseUrls, List<String> privateAddresses) {
        List<AddressRange> ranges =
                privateAddresses.stream().map(AllowedServers::range).toList();
        for (String baseUrl : baseUrls) {
            URI base = BaseUrl.normalized(baseUrl.strip()).orElseThrow(() -> malformed(setting, baseUrl));
            servers.put(base, new FhirServer(base, ranges));
        }
    }

    /** The server whose base this is: exactly, but for the case of the host, a default port and slashes at the end. */
    public Optional<FhirServer> find(String fhirServer) {
        return BaseUrl.normalized(fhirServer).map(servers::get);
    }

    /** All of them, in the order in which they are registered. */
    public List<FhirServer> all() {
        return List.copyOf(servers.values());
    }

    /** One of those with the scheme, host and port of an address: something else of it than its base may be called so. */
    public Optional<FhirServer> atOriginOf(URI address) {
        return servers.values().stream()
                .filter(server -> server.origin().equals(Origin.of(address)))
                .findFirst();
    }

    /** Whether one of them is among others, too. */
    public boolean overlaps(AllowedServers others) {
        return servers.keySet().stream().anyMatch(others.servers::containsKey);
    }

    private static AddressRange range(String text) {
        return AddressRange.read(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(ADDRESSES + " has \"" + text
                        + "\", which is neither an IP address nor a range such as 10.1.0.0/16."));
    }

    private static IllegalArgumentException malformed(String setting, String baseUrl) {
        return new IllegalArgumentException(
                setting + " has \"" + withoutSecrets(baseUrl) + "\", which is no address that can be called:"
                        + " it has to be http or https with a host, and without user, query, fragment and dot segments.");
    }

    /** As it may stand in a log. */
    private static String withoutSecrets(String address) {
        return address.replaceFirst("//[^/]*@", "//…@").replaceFirst("[?#].*", "?…");
    }
}
