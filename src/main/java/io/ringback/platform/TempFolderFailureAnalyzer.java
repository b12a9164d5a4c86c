package io.ringback.platform;

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
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        if (Files.isDirectory(folder) && Files.isWritable(folder)) {
            return null;
        }
        return new FailureAnalysis(
                "The folder %s for temporary files cannot be written to.".formatted(folder.toAbsolutePath()),
                "Make it writable for the account that runs the server, or name another one with"
                        + " -Djava.io.tmpdir=<folder>.",
                failure);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }
}
