package io.ringback.platform.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;

/** Names the folder for temporary files when it is what stands in the way; those who need it say so each in their way. */
class TempFolderFailureAnalyzer implements FailureAnalyzer, Ordered {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        if (takesFiles(folder)) {
            return null;
        }
        return new FailureAnalysis(
                "The folder %s for temporary files cannot be written to, or its disk is full."
                        .formatted(folder.toAbsolutePath()),
                "Make it writable for the account that runs the server, make room, or name another one with"
                        + " -Djava.io.tmpdir=<folder>.",
                failure);
    }

    /** Found out by making one: what the folder says of itself does not tell of a full disk, nor to root of anything. */
    private static boolean takesFiles(Path folder) {
        try {
            var file = Files.createTempFile(folder, "ringback", null);
            Files.write(file, new byte[1]);
            Files.delete(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }
}
