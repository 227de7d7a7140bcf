package org.livercds.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A registered FHIR server; {@link AllowedServers} alone makes one. */
public final class FhirServer {

    private final URI base;
    private final Origin origin;
    private final Optional<InetAddress> literal;
    private final List<AddressRange> privateAddresses;

    FhirServer(URI base, List<AddressRange> privateAddresses) {
        this.base = base;
        this.origin = Origin.of(base);
        this.literal = IpAddress.read(origin.host());
        this.privateAddresses = List.copyOf(privateAddresses);
    }

    /** Without a slash at the end. */
    public URI base() {
        return base;
    }

    public Origin origin() {
        return origin;
    }

    /** Whoever registers an address, or {@code localhost}, means it; a name may lead to the internet only. */
    boolean mayCall(InetAddress address) {
        if (literal.isPresent()) {
            return literal.get().equals(address);
        }
        if (origin.host().equals("localhost")) {
            return address.isLoopbackAddress();
        }
        return switch (AddressKind.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> privateAddresses.stream().anyMatch(range -> range.contains(address));
            case LINK_LOCAL -> false;
        };
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
