package io.ringback.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Servers on one PostgreSQL, which the first of them has brought. */
final class Bench implements AutoCloseable {

    private static final String DATABASE = "ringback";

    private final BenchmarkOptions options;
    private final Path folder;
    private final Cluster cluster;
    private final Meter meter;
    private final List<RingbackServer> nodes = new ArrayList<>();
    private final Office office;

    /** @param folder the first server's */
    Bench(BenchmarkOptions options, Path folder, RingbackServer first) {
        this.options = options;
        this.folder = folder;
        this.cluster = Cluster.of(folder);
        this.meter = new Meter(cluster.postmaster());
        this.office = new Office(first.address());
        nodes.add(first);
    }

    RingbackServer first() {
        return nodes.get(0);
    }

    Cluster cluster() {
        return cluster;
    }

    /** Through the first server. */
    Office office() {
        return office;
    }

    /** Through each of the servers. */
    List<Office> offices() {
        return nodes.stream().map(node -> office.through(node.address())).toList();
    }

    /** Starts a further server. @param log its */
    void startOneMore(Path log) {
        nodes.add(RingbackServer.beside(options, cluster, folder, log));
    }

    /** As the superuser. */
    JdbcClient jdbc() {
        return JdbcClient.create(cluster.connect(DATABASE));
    }

    /** @param lists over which they are spread */
    Copies copies(int lists) {
        return new Copies(cluster.connect(DATABASE), lists, List.of("public", "ringback"));
    }

    /** From now on, of all servers that have been started. */
    Watch watch() {
        var pids = nodes.stream().map(RingbackServer::pid).toList();
        return new Watch(() -> meter.look(pids, DATABASE));
    }

    /** Ends those that it has started. */
    @Override
    public void close() {
        nodes.subList(1, nodes.size()).forEach(RingbackServer::close);
    }
}
