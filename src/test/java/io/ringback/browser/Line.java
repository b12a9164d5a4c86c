package io.ringback.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between one person and the server, which a test can break: the browser believes it is online all the
 * while, as it does when something breaks further away.
 */
final class Line implements AutoCloseable {

    private enum State {
        WHOLE,
        /** Nothing gets through, and both ends know. */
        CUT,
        /** Nothing gets through, and nobody is told. */
        DEAD,
        /** Requests arrive, but the line breaks before their answers. */
        ONE_WAY
    }

    private final URI server;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    Line(URI server) {
        this.server = server;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getByName(server.getHost()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** What the browser takes for the server. */
    URI address() {
        return Browsers.home(entrance.getLocalPort());
    }

    void cut() {
        become(State.CUT);
    }

    /** As when a cable is pulled somewhere: connections stay open, but nothing comes any more. */
    void die() {
        state = State.DEAD;
    }

    /** The server does what it is asked from now on, but nobody hears of it. Streams that are open break. */
    void loseAnswers() {
        become(State.ONE_WAY);
    }

    void restore() {
        become(State.WHOLE);
    }

    private void become(State next) {
        state = next;
        open.forEach(Line::hangUp);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var browser = entrance.accept();
                open.add(browser);
                if (state == State.CUT) {
                    hangUp(browser);
                } else {
                    connect(browser);
                }
            } catch (IOException e) {
                // The entrance is closed, or the server is not there: then nobody is to be served.
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        Socket there;
        try {
            there = new Socket(server.getHost(), server.getPort());
        } catch (IOException e) {
            hangUp(browser);
            throw e;
        }
        open.add(there);
        start(() -> pump(browser, there, false));
        start(() -> pump(there, browser, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try (var in = from.getInputStream();
                var out = to.getOutputStream()) {
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (state == State.ONE_WAY && answers) {
                    return;
                }
                if (state != State.DEAD) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // Hung up by an end or by the test.
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        hangUp();
        become(State.CUT);
    }

    private void hangUp() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
