package org.livercds.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an address lies, as far as it decides whether a name may lead there. */
enum AddressKind {
    /** In the internet: may be called. */
    PUBLIC,
    /** This machine, a private or reserved network, or a group: called only where it is registered. */
    PRIVATE,
    /** The own link, where clouds hand out credentials: no name may lead there. */
    LINK_LOCAL;

    private static final List<AddressRange> OWN_LINK = ranges("169.254.0.0/16", "fe80::/10");

    /** The special-purpose registries of IANA (RFC 6890), as far as nobody is meant to be called there. */
    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
            "::/127",
            "64:ff9b:1::/48",
            "2002::/16",
            "fc00::/7",
            "fec0::/10",
            "ff00::/8");

    /** IPv6 addresses that end in the IPv4 address that is meant: compatible, mapped and translated ones. */
    private static final List<AddressRange> HOLD_IPV4 = ranges("::/96", "::ffff:0:0:0/96", "64:ff9b::/96");

    private static final int IPV4_AT = 12;

    static AddressKind of(InetAddress address) {
        if (anyContains(OWN_LINK, address)) {
            return LINK_LOCAL;
        }
        if (anyContains(NOT_PUBLIC, address)) {
            return PRIVATE;
        }
        return anyContains(HOLD_IPV4, address) ? of(embedded(address)) : PUBLIC;
    }

    private static boolean anyContains(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static InetAddress embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, IPV4_AT, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts)
                .map(AddressRange::read)
                .map(Optional::orElseThrow)
                .toList();
    }
}
