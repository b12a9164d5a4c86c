package io.ringback.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.platform.database.Sha256;
import io.ringback.platform.input.CanonicalValue;
import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.Busy;
import io.ringback.platform.problem.InvalidField;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Does a request that is sent twice only once: the second one gets the first one's answer. Answers are kept for a day
 * under the caller and the key the caller has chosen.
 */
@Service
public class IdempotentAnswers {

    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final JdbcIdempotentAnswers rows;
    private final ObjectMapper json;

    IdempotentAnswers(JdbcIdempotentAnswers rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * Joins the caller's transaction: the answer is kept if, and only if, the work is.
     *
     * @param key null or blank when the request named none, and then the work is simply done
     * @throws Busy while the first request with this key is still being worked on
     * @throws InvalidField when the key came before with a request that meant something else ({@link CanonicalValue})
     */
    public <T> T once(String caller, @Nullable String key, Object request, Class<T> type, Supplier<T> work) {
        if (key == null || Texts.isBlankHeader(key)) {
            return work.get();
        }
        check(key);
        if (!rows.lock(caller, key)) {
            throw new Busy("A request with this %s is still being worked on; ask again in a moment.".formatted(HEADER));
        }
        var hash = hash(request);
        var known = rows.find(caller, key);
        if (known.isPresent()) {
            if (!MessageDigest.isEqual(hash, known.get().requestHash())) {
                throw new InvalidField(
                        HEADER, "was used before with another request; choose a new key for a new request");
            }
            return read(known.get().response(), type);
        }
        var answer = work.get();
        rows.add(caller, key, hash, written(answer));
        return answer;
    }

    private static void check(String key) {
        if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x1f && c < 0x7f)) {
            throw new InvalidField(HEADER, "must be 1 to %s printable ASCII characters".formatted(LONGEST_KEY));
        }
    }

    private byte[] hash(Object request) {
        return Sha256.of(
                (request.getClass().getName() + CanonicalValue.of(request, json)).getBytes(StandardCharsets.UTF_8));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept answer cannot be read as " + type, e);
        }
    }
}
