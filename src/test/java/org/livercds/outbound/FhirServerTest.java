package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a registered server may have. */
class FhirServerTest {

    private static final FhirServer NAMED = FetchTestCase.server("https://ehr.example/fhir");

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"})
    void a_name_may_lead_to_the_internet(String address) throws UnknownHostException {
        assertTrue(NAMED.mayCall(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "2002:a00:1::1",
                "fd00:ec2::254",
                "fc00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void a_name_may_not_lead_inside(String address) throws UnknownHostException {
        assertFalse(NAMED.mayCall(InetAddress.getByName(address)));
    }

    @Test
    void a_listed_private_address_may_be_called_and_its_neighbour_not() throws UnknownHostException {
        FhirServer server = FetchTestCase.server("https://ehr.example/fhir", "10.1.0.0/16", "192.168.7.7", "fd12::/16");

        assertTrue(server.mayCall(InetAddress.getByName("10.1.200.3")));
        assertTrue(server.mayCall(InetAddress.getByName("::ffff:10.1.200.3")));
        assertTrue(server.mayCall(InetAddress.getByName("192.168.7.7")));
        assertTrue(server.mayCall(InetAddress.getByName("fd12::5")));
        assertFalse(server.mayCall(InetAddress.getByName("10.2.0.1")));
        assertFalse(server.mayCall(InetAddress.getByName("192.168.7.8")));
        assertFalse(server.mayCall(InetAddress.getByName("fd13::5")));
    }

    @Test
    void no_list_opens_the_own_link() throws UnknownHostException {
        FhirServer server = FetchTestCase.server("https://ehr.example/fhir", "0.0.0.0/0", "::/0");

        assertFalse(server.mayCall(InetAddress.getByName("169.254.169.254")));
        assertFalse(server.mayCall(InetAddress.getByName("fe80::1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.5", "169.254.169.254", "[::1]", "[fe80::1]"})
    void who_registers_an_address_means_that_one(String host) throws UnknownHostException {
        FhirServer server = FetchTestCase.server("http://" + host + "/fhir");

        assertTrue(server.mayCall(InetAddress.getByName(host)));
        assertFalse(server.mayCall(InetAddress.getByName("127.0.0.2")));
        assertFalse(server.mayCall(InetAddress.getByName("93.184.215.14")));
    }

    @Test
    void an_address_in_disguise_counts_as_a_name() throws UnknownHostException {
        FhirServer server = FetchTestCase.server("http://2130706433/fhir");

        assertFalse(server.mayCall(InetAddress.getByName("2130706433")));
    }

    @Test
    void localhost_is_this_machine_and_nothing_else() throws UnknownHostException {
        FhirServer server = FetchTestCase.server("http://localhost:8090/fhir");

        assertTrue(server.mayCall(InetAddress.getByName("127.0.0.1")));
        assertTrue(server.mayCall(InetAddress.getByName("::1")));
        assertFalse(server.mayCall(InetAddress.getByName("93.184.215.14")));
    }
}
