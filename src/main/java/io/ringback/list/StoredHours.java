package io.ringback.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.hours.CallingHours;
import io.ringback.hours.HoursSettings;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calling hours as they are kept in a list's row. What was read once is kept by its text, so it is never stale. */
@Component
class StoredHours {

    private final ObjectMapper json;
    private final Cache<Key, CallingHours> read =
            Caffeine.newBuilder().maximumSize(1_000).build();

    StoredHours(ObjectMapper json) {
        this.json = json;
    }

    CallingHours read(@Nullable String text, ZoneId zone, String region) {
        return text == null
                ? CallingHours.ALWAYS
                : read.get(new Key(text, zone, region), key -> CallingHours.of(settings(text), zone, region));
    }

    @Nullable
    String written(@Nullable HoursSettings settings) {
        try {
            return settings == null ? null : json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Calling hours can always be written as JSON", e);
        }
    }

    private HoursSettings settings(String text) {
        try {
            return json.readValue(text, HoursSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The calling hours of a list cannot be read", e);
        }
    }

    private record Key(String text, ZoneId zone, String region) {}
}
