package io.ringback.support;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real network before PostgreSQL, which a test can cut, close and mend. */
public final class DatabaseProxy implements AutoCloseable {

    private static final int VERSION_3 = 196_608;
    private static final int SSL = 80_877_103;
    private static final int GSS = 80_877_104;
    private static final Set<String> KNOWN = Set.of(
            "user",
            "database",
            "application_name",
            "client_encoding",
            "DateStyle",
            "TimeZone",
            "standard_conforming_strings");

    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)");

    private final String url;
    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicLong statements = new AtomicLong();
    private volatile boolean refusing;
    private volatile boolean poolerLike;

    private DatabaseProxy(String url, InetSocketAddress target, ServerSocket listener) {
        this.url = url;
        this.target = target;
        this.listener = listener;
    }

    /** @param url of the database, as JDBC has it */
    public static DatabaseProxy before(String url) {
        var address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalArgumentException(url);
        }
        try {
            var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var target = new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2)));
            var proxy =
                    new DatabaseProxy(address.replaceFirst("//127.0.0.1:" + listener.getLocalPort()), target, listener);
            run(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is like a connection pooler from now on: only start-up parameters that such programs know are let through. */
    public DatabaseProxy refusingStartupParameters() {
        poolerLike = true;
        return this;
    }

    /** Of the database through this network. */
    public String url() {
        return url;
    }

    /** How many statements have been sent through it, BEGIN, COMMIT and the pool's asking whether a connection stands among them. */
    public long statements() {
        return statements.get();
    }

    /** What each connection sent last, with the words of its statement where it was not sent before. */
    public List<String> lastSent() {
        return lines.stream().map(line -> line.lastSent).toList();
    }

    /** Resets every connection; new ones can be made at once. */
    public void cut() {
        lines.forEach(Line::reset);
    }

    /** Resets one connection, whichever, after so many bytes more have passed: in the middle of anything. */
    public void cutOne(Random random, int bytes) {
        if (!lines.isEmpty()) {
            lines.get(random.nextInt(lines.size())).left = bytes;
        }
    }

    /** Resets every connection, and every new one. */
    public void refuse() {
        refusing = true;
        cut();
    }

    public void mend() {
        refusing = false;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                if (refusing) {
                    reset(client);
                } else if (poolerLike) {
                    run(() -> greet(client));
                } else {
                    pass(client, new byte[0]);
                }
            } catch (IOException e) {
                // Closed, or PostgreSQL has no room for one more: the loop's condition tells which.
            }
        }
    }

    /** Reads what the client begins with, and answers as PgBouncer does when it wants what PgBouncer does not know. */
    private void greet(Socket client) {
        try {
            var in = new DataInputStream(client.getInputStream());
            var length = in.readInt();
            var code = in.readInt();
            while (code == SSL || code == GSS) {
                client.getOutputStream().write('N');
                length = in.readInt();
                code = in.readInt();
            }
            var parameters = in.readNBytes(length - 8);
            var names = new String(parameters, StandardCharsets.UTF_8).split("\0");
            for (int i = 0; i + 1 < names.length && code == VERSION_3; i += 2) {
                if (!KNOWN.contains(names[i])) {
                    refuse(client, "unsupported startup parameter: " + names[i]);
                    return;
                }
            }
            pass(
                    client,
                    ByteBuffer.allocate(length)
                            .putInt(length)
                            .putInt(code)
                            .put(parameters)
                            .array());
        } catch (IOException e) {
            reset(client);
        }
    }

    private static void refuse(Socket client, String message) throws IOException {
        var fields = ("SFATAL\0C08P01\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        var out = new DataOutputStream(client.getOutputStream());
        out.write('E');
        out.writeInt(fields.length + 4);
        out.write(fields);
        out.flush();
        client.close();
    }

    private void pass(Socket client, byte[] first) throws IOException {
        var line = new Line(client, new Socket(target.getAddress(), target.getPort()));
        lines.add(line);
        line.sent.read(first, first.length);
        line.server.getOutputStream().write(first);
        run(() -> line.pass(line.client, line.server));
        run(() -> line.pass(line.server, line.client));
    }

    private static void run(Runnable work) {
        var thread = new Thread(work, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void reset(@Nullable Socket socket) {
        try {
            if (socket != null) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private final class Line {

        private final Socket client;
        private final Socket server;
        private final SentStatements sent;
        private volatile int left = -1;
        private volatile String lastSent = "";

        private Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
            this.sent = new SentStatements(statements);
        }

        private void pass(Socket from, Socket to) {
            var buffer = new byte[8192];
            try {
                int read;
                while ((read = from.getInputStream().read(buffer)) >= 0) {
                    if (from.equals(client)) {
                        sent.read(buffer, read);
                        lastSent = new String(buffer, 0, Math.min(read, 300), StandardCharsets.ISO_8859_1);
                    }
                    var limit = left;
                    to.getOutputStream().write(buffer, 0, limit < 0 ? read : Math.min(read, limit));
                    if (limit >= 0 && (left = limit - read) <= 0) {
                        break;
                    }
                }
            } catch (IOException e) {
                // Reset by either side.
            }
            reset();
        }

        private void reset() {
            DatabaseProxy.reset(client);
            DatabaseProxy.reset(server);
            lines.remove(this);
        }
    }
}
