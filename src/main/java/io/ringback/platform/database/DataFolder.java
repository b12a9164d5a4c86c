package io.ringback.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder of an embedded server, held by one server at a time for as long as it lives. */
final class DataFolder implements AutoCloseable {

    // A second channel on the lock file in this JVM would, when closed, release the lock of the first one (POSIX).
    private static final Set<Path> HELD_BY_THIS_JVM = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Takes the folder, making it if need be; fails at once when another server has it. */
    static DataFolder take(Path wanted) {
        var path = create(wanted.toAbsolutePath().normalize());
        if (!HELD_BY_THIS_JVM.add(path)) {
            throw inUse(path, "this process");
        }
        try {
            return new DataFolder(path, lock(path));
        } catch (RuntimeException e) {
            HELD_BY_THIS_JVM.remove(path);
            throw e;
        }
    }

    private static Path create(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
            }
            var real = path.toRealPath();
            close(real);
            return real;
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    /** To everybody but the owner: it holds passwords and callers. Some file systems cannot, though they say so. */
    private static void close(Path path) throws IOException {
        try {
            keepToOwner(path, "rwx------");
        } catch (IOException e) {
            throw open(path, e);
        }
        if (isOpen(path)) {
            throw open(path, null);
        }
    }

    private static boolean isOpen(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !Files.getPosixFilePermissions(path).equals(PosixFilePermissions.fromString("rwx------"));
    }

    private static FileChannel lock(Path path) {
        var file = path.resolve("ringback.lock");
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw inUse(path, holder.isEmpty() ? "another process" : "process " + holder);
            }
            channel.truncate(0);
            var pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** The database password of this folder, made on first use and readable by the owner only. */
    String databasePassword() throws IOException {
        return kept(passwordFile(), () -> {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        });
    }

    /** The key that secrets in the database of this folder are sealed with, made and kept like its password. */
    String secretsKey() throws IOException {
        return kept(resolve("secrets.key"), SealKey::random);
    }

    private static String kept(Path file, Supplier<String> make) throws IOException {
        if (!Files.exists(file)) {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft);
            keepToOwner(draft, "rw-------");
            Files.writeString(draft, make.get() + "\n");
            Files.move(draft, file);
        }
        keepToOwner(file, "rw-------");
        return Files.readString(file).strip();
    }

    Path passwordFile() {
        return resolve("postgres.password");
    }

    static void keepToOwner(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of " + path + " could not be released", e);
        } finally {
            HELD_BY_THIS_JVM.remove(path);
        }
    }

    private static DataFolderFailure inUse(Path path, String holder) {
        return new DataFolderFailure(
                "The data folder %s is in use by another Ringback server (%s).".formatted(path, holder),
                "Stop that server first, or give this one its own folder with --ringback.data-folder=<folder>"
                        + " and its own port with --server.port=<port>.");
    }

    private static DataFolderFailure open(Path path, @Nullable IOException cause) {
        return new DataFolderFailure(
                "The data folder %s can be read by others, and that cannot be changed.".formatted(path),
                "Make it the folder of the account that runs the server alone (chown, then chmod 700), or choose another"
                        + " one with --ringback.data-folder=<folder>.",
                cause);
    }

    private static DataFolderFailure notWritable(Path path, IOException cause) {
        return new DataFolderFailure(
                "The data folder %s cannot be used: %s.".formatted(path, cause),
                "Make the folder writable for the account that runs the server, or choose another one with"
                        + " --ringback.data-folder=<folder>.",
                cause);
    }
}
