package io.ringback.platform.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that secrets in the database are sealed with.
 *
 * @param key 32 bytes in Base64; without it the embedded server makes one of its own, and any other stores in the clear
 * @param otherKeys keys that only open what is sealed: the one before, and the next one while nodes are being restarted
 */
@ConfigurationProperties("ringback.secrets")
record SealProperties(@Nullable String key, @DefaultValue List<String> otherKeys) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "SealProperties[]";
    }
}
