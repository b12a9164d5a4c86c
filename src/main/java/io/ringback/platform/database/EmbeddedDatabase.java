package io.ringback.platform.database;

import io.ringback.platform.problem.DatabaseAway;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * A durable PostgreSQL that lives with the server, in {@code postgres} of the data folder.
 *
 * <p>A cluster is made under another name and renamed when it is complete, so one that carries the final name always
 * is, and one that does not can be thrown away.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String MAJOR_VERSION = "17";

    private final DataFolder folder;
    private final String password;
    private final String secretsKey;
    private final int port;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres, String password, String secretsKey) {
        this.folder = folder;
        this.postgres = postgres;
        this.password = password;
        this.secretsKey = secretsKey;
        this.port = postgres.getPort();
    }

    /**
     * Starts the database of a data folder, making it on the first start.
     *
     * @param port TCP port on the loopback interface, 0 for a free one
     * @param buffers memory for pages of tables
     * @throws DataFolderFailure if the folder is in use, not writable or not a database of ours
     */
    static EmbeddedDatabase start(Path dataFolder, int port, DataSize buffers) {
        var folder = DataFolder.take(dataFolder);
        try {
            return start(folder, port, buffers);
        } catch (RuntimeException | IOException | ExceptionInInitializerError e) {
            folder.close();
            if (e instanceof DataFolderFailure failure) {
                throw failure;
            }
            throw didNotStart(folder, e);
        }
    }

    private static EmbeddedDatabase start(DataFolder folder, int port, DataSize buffers) throws IOException {
        var cluster = folder.resolve("postgres");
        var exists = isCluster(cluster);
        if (exists && !Files.exists(folder.passwordFile())) {
            throw new DataFolderFailure(
                    "The password file %s of the database is missing.".formatted(folder.passwordFile()),
                    "Put the file back, from the same backup as the folder 'postgres'.");
        }
        var password = folder.databasePassword();
        forgetHalfUnpackedBinaries(folder);
        PostgresLog.shorten(folder);
        if (!exists) {
            make(folder, cluster, buffers, password);
        }
        new LeftoverPostgres(cluster).stop();
        var secretsKey = folder.secretsKey();
        var postgres = launch(folder, cluster, port, buffers, password);
        new JdbcDatabaseSetup(postgres.getPostgresDatabase()).makeServerRole(password);
        return new EmbeddedDatabase(folder, postgres, password, secretsKey);
    }

    private static boolean isCluster(Path cluster) throws IOException {
        if (!Files.exists(cluster)) {
            return false;
        }
        var version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new DataFolderFailure(
                    "%s is not a database of this server: it has no PG_VERSION.".formatted(cluster),
                    "Move it away, or choose another folder with --ringback.data-folder=<folder>.");
        }
        if (!Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new DataFolderFailure(
                    "%s was written by PostgreSQL %s; this server brings PostgreSQL %s."
                            .formatted(cluster, Files.readString(version).strip(), MAJOR_VERSION),
                    "Start it with the Ringback version that wrote it, dump the database and restore it here.");
        }
        return true;
    }

    private static void make(DataFolder folder, Path cluster, DataSize buffers, String password) throws IOException {
        var unfinished = folder.resolve("postgres.new");
        if (Files.exists(unfinished)) {
            new LeftoverPostgres(unfinished).kill();
            FileSystemUtils.deleteRecursively(unfinished);
        }
        try (var postgres = launch(folder, unfinished, 0, buffers, password)) {
            new JdbcDatabaseSetup(postgres.getPostgresDatabase()).run(password);
        }
        new LeftoverPostgres(unfinished).stop();
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres launch(DataFolder folder, Path cluster, int port, DataSize buffers, String password)
            throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setOverrideWorkingDirectory(binaries(folder).toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(45))
                .setOutputRedirector(PostgresLog.of(folder))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // zonky asks for "trust" first; what comes after it wins.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.passwordFile().toString())
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", buffers.toMegabytes() + "MB")
                .setServerConfig("random_page_cost", "1.1");
        PostgresLog.SETTINGS.forEach(builder::setServerConfig);
        return builder.start();
    }

    // zonky opens its folder to everybody, hence one inside a folder that is the owner's alone.
    private static Path binaries(DataFolder folder) throws IOException {
        var outer = folder.resolve("postgres-binaries");
        Files.createDirectories(outer);
        DataFolder.keepToOwner(outer, "rwx------");
        return outer.resolve("unpacked");
    }

    // zonky keeps files it finds, also one that was cut short when an earlier start was killed.
    private static void forgetHalfUnpackedBinaries(DataFolder folder) throws IOException {
        var unpacked = binaries(folder);
        if (!Files.isDirectory(unpacked)) {
            return;
        }
        List<Path> versions;
        try (var entries = Files.list(unpacked)) {
            versions = entries.toList();
        }
        for (var version : versions) {
            if (!Files.exists(version.resolve(".exists"))) {
                FileSystemUtils.deleteRecursively(version);
            }
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, JdbcDatabaseSetup.DATABASE);
    }

    /** Whether there is a process of it; it may be busy starting or recovering. */
    boolean runs() {
        return new LeftoverPostgres(cluster()).isRunning();
    }

    /**
     * Starts it on the same port after it has ended by itself.
     *
     * @throws DataFolderFailure if it does not even begin to start; to be tried again
     */
    void startAgain() {
        try {
            new EmbeddedRestart(folder, cluster()).run();
        } catch (IOException e) {
            throw didNotStart(folder, e);
        }
    }

    /** Whether it takes connections, or refuses them for another reason than that it is not ready. */
    boolean answers() {
        try (var connection = DriverManager.getConnection(jdbcUrl(), user(), password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return !DatabaseAway.isCauseOf(e);
        }
    }

    /** The end of its log. */
    String lastWords() {
        return PostgresLog.lastLine(folder);
    }

    private Path cluster() {
        return folder.resolve("postgres");
    }

    /** The role of the server. */
    String user() {
        return JdbcDatabaseSetup.SERVER;
    }

    /** The role that makes the tables. */
    String owner() {
        return JdbcDatabaseSetup.OWNER;
    }

    String password() {
        return password;
    }

    /** See {@link DataFolder#secretsKey()}. */
    String secretsKey() {
        return secretsKey;
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close();
            new LeftoverPostgres(cluster()).stop();
        } finally {
            folder.close();
        }
    }

    private static DataFolderFailure didNotStart(DataFolder folder, Throwable cause) {
        return new DataFolderFailure(
                "The embedded PostgreSQL in %s did not start: %s%n%s"
                        .formatted(folder.resolve("postgres"), cause, PostgresLog.lastLines(folder)),
                "See %s. The account that runs the server must own the data folder and everything in it; its disk"
                                .formatted(folder.resolve(PostgresLog.NAME))
                        + " must not be full.",
                cause);
    }
}
