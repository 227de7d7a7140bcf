package org.livercds.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** A single address, or all addresses that begin with the same bits (CIDR). */
record AddressRange(InetAddress network, int bits) {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** @return empty for what is neither an address nor {@code address/bits} */
    static Optional<AddressRange> read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return IpAddress.read(text).map(address -> new AddressRange(address, length(address)));
        }
        String bits = text.substring(slash + 1);
        return IpAddress.read(text.substring(0, slash))
                .filter(address -> LENGTH.matcher(bits).matches() && Integer.parseInt(bits) <= length(address))
                .map(address -> new AddressRange(address, Integer.parseInt(bits)));
    }

    boolean contains(InetAddress address) {
        return length(address) == length(network) && first(address).equals(first(network));
    }

    private BigInteger first(InetAddress address) {
        return new BigInteger(1, address.getAddress()).shiftRight(length(address) - bits);
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
