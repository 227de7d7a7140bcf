package org.livercds.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The benchmark measures against the version of HAPI that the service has, and says what it can be asked. */
class HapiPeerTest {

    private static final Path PEER = Path.of("docs/bench/hapi-peer");
    private static final Pattern VERSION = Pattern.compile("<hapi.version>([^<]+)</hapi.version>");

    @Test
    void the_peer_has_the_version_of_HAPI_that_the_service_has() throws IOException {
        assertEquals(version(Path.of("pom.xml")), version(PEER.resolve("pom.xml")));
    }

    @Test
    void the_peer_is_called_where_the_service_is_called() throws IOException {
        String id = BenchPlans.HOOK.substring("/cds-services/".length());
        try (Stream<Path> files = Files.walk(PEER.resolve("src"))) {
            List<Path> named = files.filter(file -> file.toString().endsWith("LiverService.java"))
                    .toList();
            assertEquals(1, named.size());
            assertTrue(Files.readString(named.get(0)).contains("value = \"" + id + "\""));
        }
    }

    @Test
    void every_option_is_described() throws IOException {
        String page = Files.readString(Path.of("docs/PERFORMANCE.md"));
        assertEquals(
                List.of(),
                HttpBench.DEFAULTS.keySet().stream()
                        .filter(option -> !page.contains("`" + option + "`"))
                        .toList());
    }

    private static String version(Path pom) throws IOException {
        Matcher version = VERSION.matcher(Files.readString(pom));
        assertTrue(version.find(), () -> "no version of HAPI in " + pom);
        return version.group(1);
    }
}
