package io.ringback.office.cases;

import io.ringback.callback.Callback;
import io.ringback.number.PhoneNumbers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of callbacks.
 *
 * @param next the last of them, when more follow
 * @param numberRefused whether the number that was asked for cannot be one
 */
record FoundCases(List<Line> lines, @Nullable UUID next, boolean numberRefused) {

    /**
     * One of them.
     *
     * @param listName the id, where the list is archived
     * @param agentName of whoever has it in hand
     */
    record Line(
            Callback callback, String listName, @Nullable String agentName, boolean late) {

        /** As people read it; null when it is forgotten. */
        public @Nullable String number() {
            var number = callback.request().phoneNumber();
            return number == null ? null : PhoneNumbers.readable(number);
        }
    }
}
