package io.ringback.design;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where models are deployed, and what is deployed there. All of it joins the transaction of its caller. */
public interface ModelStore {

    /** One deployment at a time, on whichever node, until the end of the transaction. */
    void lock();

    /** What was deployed last of a file. */
    Optional<Newest> newest(String file);

    /**
     * Deploys files that were checked; with the end of the transaction all nodes begin cases with them.
     *
     * @param by the account of a designer
     */
    List<ModelVersion> deploy(Map<String, byte[]> files, String by, String reason);

    /** The file that a version came in; empty when there is no such version. */
    Optional<Stored> stored(String key, int version);

    /** What keeps a version from being deleted; empty if nothing does, and until the end of the transaction nothing will. */
    Optional<String> inTheWayOfDeleting(String key, int version);

    void delete(String key, int version);

    /** The files that serve now of which a designer or a folder has brought the newest version, by name. */
    Map<String, byte[]> ownFiles();

    /**
     * @param versions of all that the file holds
     * @param by who has deployed it; null when nobody noted that
     * @param reason null when nobody gave one
     */
    record Newest(
            byte[] content,
            List<ModelVersion> versions,
            Instant at,
            @Nullable String by,
            @Nullable String reason) {

        Optional<String> version(String key) {
            return versions.stream()
                    .filter(version -> version.key().equals(key))
                    .map(version -> String.valueOf(version.version()))
                    .findFirst();
        }

        boolean is(byte[] other) {
            return java.util.Arrays.equals(content, other);
        }
    }

    /** A file as it was deployed. */
    record Stored(String file, byte[] content) {}
}
