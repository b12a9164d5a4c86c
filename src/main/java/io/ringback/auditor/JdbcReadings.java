package io.ringback.auditor;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is about reads besides the trail. */
@Repository
class JdbcReadings {

    private final JdbcClient jdbc;

    JdbcReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PurposeOf purposeOf() {
        return PurposeOf.valueOf(jdbc.sql("SELECT purpose FROM ringback.reading")
                .query(String.class)
                .single());
    }

    /** What it was before, which nobody else changes meanwhile. */
    PurposeOf changePurpose(PurposeOf whom) {
        var before = jdbc.sql("SELECT purpose FROM ringback.reading FOR UPDATE")
                .query(String.class)
                .single();
        jdbc.sql("UPDATE ringback.reading SET purpose = ?").param(whom.name()).update();
        return PurposeOf.valueOf(before);
    }

    /** Whether it is not the same look still; most of those who ask again only read. */
    boolean begin(String reader, byte[] fingerprint, Instant now, Duration oneLook) {
        var before = Timestamp.from(now.minus(oneLook));
        var going = jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM ringback.recent_read WHERE reader = ? AND fingerprint = ? AND at > ?)""")
                .params(reader, fingerprint, before)
                .query(Boolean.class)
                .single();
        return !going
                && jdbc.sql("""
                        INSERT INTO ringback.recent_read (reader, fingerprint, at) VALUES (?, ?, ?)
                        ON CONFLICT (reader, fingerprint) DO UPDATE SET at = excluded.at
                        WHERE recent_read.at <= ?""")
                                .params(reader, fingerprint, Timestamp.from(now), before)
                                .update()
                        == 1;
    }

    /** The callback that a call was made for; null when there is no such call. */
    @Nullable
    UUID callbackOfCall(UUID callId) {
        return jdbc.sql("SELECT callback_id FROM ringback.attempt WHERE id = ?")
                .param(callId)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    void forgetRecent(Instant before) {
        jdbc.sql("DELETE FROM ringback.recent_read WHERE at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    void keepSought(UUID search, SoughtHashes.Hashes hashes) {
        jdbc.sql("""
                        INSERT INTO ringback.sought (hash, search) SELECT hash, ? FROM unnest(?::bytea[]) AS hash
                        ON CONFLICT DO NOTHING""").params(search, array(hashes)).update();
    }

    int forgetSought(SoughtHashes.Hashes hashes) {
        return jdbc.sql("DELETE FROM ringback.sought WHERE hash = ANY (?::bytea[])")
                .param(array(hashes))
                .update();
    }

    /** The key as it is stored; made and stored by whoever is first. */
    String hashKey(Supplier<String> made, UnaryOperator<String> sealed) {
        return storedKey().orElseGet(() -> {
            jdbc.sql("UPDATE ringback.reading SET hash_key = ? WHERE hash_key IS NULL")
                    .param(sealed.apply(made.get()))
                    .update();
            return storedKey().orElseThrow();
        });
    }

    private Optional<String> storedKey() {
        return jdbc.sql("SELECT hash_key FROM ringback.reading WHERE hash_key IS NOT NULL")
                .query(String.class)
                .optional();
    }

    private static byte[][] array(SoughtHashes.Hashes hashes) {
        return hashes.all().toArray(byte[][]::new);
    }
}
