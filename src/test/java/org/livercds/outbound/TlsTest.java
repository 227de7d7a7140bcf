package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest extends FetchTestCase {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    void a_certificate_that_the_platform_does_not_trust_is_refused_before_anything_is_sent() throws Exception {
        try (SSLServerSocket untrusted = server(keyStore())) {
            CompletableFuture<Boolean> handshakeFailed = CompletableFuture.supplyAsync(() -> failsToTalk(untrusted));
            FhirServer server = server("https://127.0.0.1:" + untrusted.getLocalPort() + "/fhir");

            Fetched fetched = client.fetchAll(
                            server, AccessToken.of("canary", server), Map.of("key", conditions()), Deadline.in(PLENTY))
                    .get("key");

            assertEquals(Fetched.nothing(FetchProblem.UNREACHABLE), fetched);
            assertTrue(handshakeFailed.join());
        }
    }

    private static boolean failsToTalk(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            return socket.getInputStream().read() < 0;
        } catch (SSLException refused) {
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    private static SSLServerSocket server(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    private KeyStore keyStore() throws GeneralSecurityException, IOException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "ehr",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }
}
