package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key that an embedded server keeps beside its database. */
class SecretsKeyFileTest {

    private final Path folder;

    SecretsKeyFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isMadeOnceAndForItsOwnerAlone() throws IOException {
        var key = key();

        assertThat(Seal.with(key, List.of()).hasKey()).isTrue();
        assertThat(key()).isEqualTo(key);
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void isClosedToOthersAgainWhereItWasOpened() throws IOException {
        var key = key();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(key()).isEqualTo(key);
        assertThat(permissions()).isEqualTo("rw-------");
    }

    private String key() throws IOException {
        try (var taken = DataFolder.take(folder)) {
            return taken.secretsKey();
        }
    }

    private Path file() {
        return folder.resolve("secrets.key");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }
}
