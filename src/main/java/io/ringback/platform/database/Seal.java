package io.ringback.platform.database;

import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets that the server must be able to read again from whoever reads only the database. Sealed they are written
 * {@code v1:key id:Base64}.
 */
public final class Seal {

    private static final String VERSION = "v1:";

    private final @Nullable SealKey present;
    private final Map<String, SealKey> known = new LinkedHashMap<>();

    private Seal(@Nullable SealKey present, List<SealKey> others) {
        this.present = present;
        others.forEach(key -> known.put(key.id(), key));
        if (present != null) {
            known.put(present.id(), present);
        }
    }

    /**
     * @param present 32 bytes in Base64, to seal with; null to leave everything in the clear
     * @param others keys that only open
     * @throws SealFailure when one is no key
     */
    public static Seal with(@Nullable String present, List<String> others) {
        return new Seal(
                present == null ? null : SealKey.of(present),
                others.stream().map(SealKey::of).toList());
    }

    /** Whether there is a key to seal with. */
    public boolean hasKey() {
        return present != null;
    }

    /** @param about what the text belongs to, such as an id; it cannot be opened for anything else */
    public String close(String text, String about) {
        return present == null ? text : VERSION + present.id() + ":" + present.seal(text, about);
    }

    /**
     * The text again; what was stored in the clear is answered as it is.
     *
     * @throws SealFailure when the key is not known here, or the text was changed
     */
    public String open(String stored, String about) {
        if (!stored.startsWith(VERSION)) {
            return stored;
        }
        var parts = stored.split(":", 3);
        var key = known.get(parts[1]);
        if (key == null) {
            throw new SealFailure(
                    "A secret in the database is encrypted with the key %s, which this server does not have; it has %s."
                            .formatted(parts[1], known.isEmpty() ? "none" : String.join(", ", known.keySet())));
        }
        try {
            return key.open(parts[2], about);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new SealFailure("A secret in the database was damaged or moved (%s).".formatted(about));
        }
    }

    /** The stored text as it is to be stored from now on: unchanged if it is sealed with the present key already. */
    public String renewed(String stored, String about) {
        var text = open(stored, about);
        return present == null || stored.startsWith(VERSION + present.id() + ":") ? stored : close(text, about);
    }
}
