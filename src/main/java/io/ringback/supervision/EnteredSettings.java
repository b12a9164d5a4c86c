package io.ringback.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.list.ListRequest;
import io.ringback.platform.Malformed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form of a list as it is being filled in.
 *
 * @param at a time on the clock of the list, for an example of one's own
 */
record EnteredSettings(
        @NotNull @Valid ListRequest settings, @Nullable LocalDateTime at) {

    /** Reads them from an address, which pages can be asked for by. */
    @Component
    static class Reader {

        private final ObjectMapper json;
        private final Validator validator;

        Reader(ObjectMapper json, Validator validator) {
            this.json = json;
            this.validator = validator;
        }

        /**
         * @throws Malformed for what is no such form
         * @throws ConstraintViolationException for fields that cannot be
         */
        EnteredSettings read(String written) {
            var entered = parse(written);
            var violations = validator.validate(entered);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return entered;
        }

        private EnteredSettings parse(String written) {
            try {
                EnteredSettings entered = json.readValue(written, EnteredSettings.class);
                if (entered != null) {
                    return entered;
                }
            } catch (JsonProcessingException e) {
                // Told below; what the parser says may repeat what was sent.
            }
            throw new Malformed("What was entered cannot be read as the settings of a list.");
        }
    }
}
