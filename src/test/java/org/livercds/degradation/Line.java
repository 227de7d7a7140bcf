package org.livercds.degradation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.livercds.outbound.OwnPort;

/** A line of this machine to one server, which can be cut, fall silent or become slow, and be mended. */
final class Line implements AutoCloseable {

    enum State {
        WORKS,
        /** Each piece of an answer comes that much later. */
        SLOW,
        /** Connections are accepted, what was said is taken, and nothing comes back. */
        HANGS,
        /** Connections are refused, and those that were there are cut. */
        REFUSES
    }

    private static final Duration SLOWNESS = Duration.ofMillis(150);

    private final int port;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger met = new AtomicInteger();
    private ServerSocket server;
    private volatile State state;

    Line(int target, State state) {
        this.target = target;
        this.state = State.WORKS;
        this.server = listen(OwnPort.next());
        this.port = server.getLocalPort();
        is(state);
    }

    int port() {
        return port;
    }

    State state() {
        return state;
    }

    /** How often somebody met the state that it is in: a connection, or something said on one. */
    int met() {
        return met.get();
    }

    synchronized void is(State next) {
        if (next == state) {
            return;
        }
        boolean wasRefusing = state == State.REFUSES;
        boolean wasWhole = state == State.WORKS || state == State.SLOW;
        state = next;
        met.set(0);
        try {
            if (next == State.REFUSES) {
                server.close();
            }
            if (next == State.REFUSES || !wasWhole) {
                cut();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (wasRefusing) {
            server = listen(port);
        }
    }

    @Override
    public synchronized void close() {
        is(State.REFUSES);
    }

    private void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private ServerSocket listen(int number) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number), 200);
            inBackground(() -> accept(listening));
            return listening;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket caller = listening.accept();
                met.incrementAndGet();
                open.add(caller);
                inBackground(() -> connect(caller));
            }
        } catch (IOException closed) {
            // the line is cut
        }
    }

    private void connect(Socket caller) {
        try {
            Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
            open.add(server);
            inBackground(() -> pump(server, caller));
            pump(caller, server);
        } catch (IOException nobody) {
            shut(caller);
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[65_536];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                met.incrementAndGet();
                pass(out, piece, length);
            }
        } catch (IOException cut) {
            // either end may leave
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pass(OutputStream out, byte[] piece, int length) throws IOException {
        if (state == State.SLOW) {
            sleep();
        }
        if (state != State.HANGS) {
            out.write(piece, 0, length);
            out.flush();
        }
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(SLOWNESS.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }
}
