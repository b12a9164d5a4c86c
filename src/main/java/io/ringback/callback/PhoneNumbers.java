package io.ringback.callback;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import io.ringback.platform.InvalidField;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a telephone number as people write it and gives it in E.164, so that one caller has one number. */
public final class PhoneNumbers {

    /** For numbers that are written with their country. */
    public static final String NO_REGION = "ZZ";

    private static final int LONGEST = 40;
    /** A plus sign and 15 digits; the library takes some longer ones for possible. */
    private static final int LONGEST_E164 = 16;

    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()./\\u00A0-]+");
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * @param region where a national number is at home, ISO 3166
     * @throws InvalidField for what cannot be a number; the message does not repeat it
     */
    public static String e164(String written, String region) {
        return possible(written, region)
                .orElseThrow(() -> new InvalidField(
                        "phoneNumber", "is not a possible number, read in region " + region, "IMPOSSIBLE_NUMBER"));
    }

    /** An E.164 number with spaces, as people read it aloud. */
    public static String readable(String e164) {
        try {
            return LIBRARY.format(LIBRARY.parse(e164, NO_REGION), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /**
     * The number in E.164; empty when it is not a possible one in this region.
     *
     * @throws InvalidField for what cannot be a number anywhere
     */
    public static Optional<String> possible(String written, String region) {
        if (written.length() > LONGEST || !WRITTEN.matcher(written.strip()).matches()) {
            throw new InvalidField(
                    "phoneNumber",
                    "must be digits with an optional leading +, at most %s characters".formatted(LONGEST),
                    "NOT_A_NUMBER");
        }
        try {
            var number = LIBRARY.parse(written.strip(), region);
            if (LIBRARY.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                return Optional.empty();
            }
            return Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
                    .filter(e164 -> e164.length() <= LONGEST_E164);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
