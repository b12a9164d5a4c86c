package io.ringback.exchange;

import io.ringback.intake.CallbackRequest;
import io.ringback.platform.problem.InvalidField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was looked at.
 *
 * @param phoneNumber in E.164; null when something is wrong with the row
 * @param errors what is wrong; empty when it can be imported
 * @param cells as they were read
 * @param outlook what would become of it; null when something is wrong, and until that was looked at
 */
record CheckedRow(
        int number,
        CallbackRequest request,
        @Nullable String phoneNumber,
        List<RowError> errors,
        List<String> cells,
        @Nullable ExpectedResult outlook) {

    /** One whose outlook is not known yet. */
    CheckedRow(
            int number,
            CallbackRequest request,
            @Nullable String phoneNumber,
            List<RowError> errors,
            List<String> cells) {
        this(number, request, phoneNumber, errors, cells, null);
    }

    boolean isValid() {
        return phoneNumber != null;
    }

    CheckedRow with(ExpectedResult expected) {
        return new CheckedRow(number, request, phoneNumber, errors, cells, expected);
    }

    /** It cannot be imported because of its external id. */
    CheckedRow refused(InvalidField because) {
        return new CheckedRow(
                number,
                request,
                null,
                because.errors().stream()
                        .map(error -> RowError.of(number, error).about(request.externalId()))
                        .toList(),
                cells);
    }

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "CheckedRow[number=%s]".formatted(number);
    }
}
