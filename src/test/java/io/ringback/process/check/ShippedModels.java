package io.ringback.process.check;

import io.ringback.process.contract.ProcessContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shipped models, and a check set up as the server sets it up. */
public final class ShippedModels {

    static final Set<String> DELEGATES = Set.of(
            "registerCallbackDelegate",
            "tellMainDelegate",
            "offerCallbackDelegate",
            "expireCallbackDelegate",
            "askAboutCallDelegate",
            "takeDraftDelegate",
            "saveDraftDelegate",
            "stopReceptionDelegate",
            "resolveCallbackDelegate",
            "giveUpDelegate",
            "scheduleRetryDelegate",
            "scheduleAtAgentsDateDelegate",
            "compareWithExpiryDelegate",
            "scheduleAfterDelayDelegate",
            "scheduleBeforeExpiryDelegate",
            "leaveToExpireDelegate",
            "tellReceptionDelegate",
            "markOverdueDelegate",
            "notifyDelegate",
            "linkRelatedDelegate",
            "cancelCallbackDelegate",
            "allocationDelegate",
            "releaseHeldDelegate");

    private ShippedModels() {}

    static ProcessCheck processCheck() {
        return new ProcessCheck(DELEGATES, List.of(ProcessContract.CALLBACK_CASE, ProcessContract.AGENT_RECEPTION));
    }

    static List<Path> all() {
        return Stream.of("processes", "forms").flatMap(ShippedModels::in).toList();
    }

    public static List<Path> bpmn() {
        return in("processes")
                .filter(file -> file.getFileName().toString().endsWith(".bpmn"))
                .toList();
    }

    public static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> in(String folder) {
        try (var files = Files.list(Path.of(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
