package org.livercds.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name; may block. */
interface AddressLookup {

    AddressLookup OF_THE_PLATFORM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
