package io.ringback.number;

import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.util.Collection;
import java.util.List;

/** Why a text is not taken for the number of a caller; its name is the code that programs are told. */
public enum NumberFault {
    NOT_A_NUMBER("must be a telephone number: digits with an optional + before them, such as +358 40 1234567"),
    /** Not in the numbering plan of its country. */
    IMPOSSIBLE_NUMBER("is not a number of the numbering plan; write it with + and its country code"),
    WITHHELD_NUMBER("is what stands for a withheld or unknown number; nobody can be called there"),
    SHORT_NUMBER("is a short or service number, which cannot be called from elsewhere"),
    SPECIAL_NUMBER("is a premium-rate, international special or satellite number, which this list does not call"),
    AMBIGUOUS_NUMBER("can be read as two numbers; write it with + and its country code"),
    SEVERAL_NUMBERS("must be one number, but there are several"),
    EXTENSION("has an extension, which cannot be dialled; send the number without it, the extension as an attribute"),
    SPREADSHEET_NUMBER("was changed by a spreadsheet; format the column as text and write it like +358 40 1234567");

    private static final String FIELD = "phoneNumber";

    private final String message;

    NumberFault(String message) {
        this.message = message;
    }

    /** What is expected, without repeating what was sent. */
    public String message() {
        return message;
    }

    /** As a refusal of the field that numbers stand in. */
    public InvalidField refusal() {
        return new InvalidField(FIELD, message, name());
    }

    InvalidField refusal(String region) {
        return new InvalidField(FIELD, "%s (read in region %s)".formatted(message, region), name());
    }

    /** Shows the readings, so that the sender sees which one to write. */
    InvalidField refusal(Collection<String> readings) {
        var shown = String.join(" or ", readings);
        return new InvalidField(List.of(new FieldError(FIELD, "%s: %s".formatted(message, shown), name(), shown)));
    }
}
