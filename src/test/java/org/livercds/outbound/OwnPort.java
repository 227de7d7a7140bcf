package org.livercds.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that goes away and comes back on it. It lies below those that a system gives to connections that
 * leave (from 32768 on Linux, from 49152 elsewhere), so nobody has it by chance when the server is back.
 */
public final class OwnPort {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 100;

    private OwnPort() {}

    public static int next() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return server.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
