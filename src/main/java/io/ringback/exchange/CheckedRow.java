package io.ringback.exchange;

import io.ringback.intake.CallbackRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was looked at.
 *
 * @param phoneNumber in E.164; null when something is wrong with the row
 * @param errors what is wrong; empty when it can be imported
 */
record CheckedRow(
        int number, CallbackRequest request, @Nullable String phoneNumber, List<RowError> errors) {

    boolean isValid() {
        return phoneNumber != null;
    }

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "CheckedRow[number=%s]".formatted(number);
    }
}
