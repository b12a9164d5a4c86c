package io.ringback.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the numbering plans of the world say about digits. */
final class NumberPlan {

    /** For numbers that are written with their country. */
    static final String NO_REGION = "ZZ";

    /** A plus sign and 15 digits; the library takes some longer ones for possible. */
    private static final int LONGEST_E164 = 16;

    /** Digits within the country; up to there a number of a company, which may be dialled only inside of it. */
    private static final int LONGEST_SHORT = 6;

    private static final int USUAL_LENGTH = 10;

    /** Satellites, networks of no country, personal numbers and what costs whoever calls; not +800, which is free. */
    private static final Set<Integer> SPECIAL_CODES = Set.of(808, 870, 878, 881, 882, 883, 888, 979);

    private static final Set<PhoneNumberType> OF_COMPANIES = Set.of(
            PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.UAN);

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();

    private NumberPlan() {}

    /** The digits with a country code before them. */
    static Optional<PhoneNumber> international(String digits) {
        return parsed("+" + digits, NO_REGION);
    }

    /** The digits as whoever is in the region dials them; empty when the library does not take them for such. */
    static Optional<PhoneNumber> national(String digits, String region) {
        return parsed(digits, region)
                .filter(number -> number.getCountryCodeSource() == CountryCodeSource.FROM_DEFAULT_COUNTRY);
    }

    /** The digits as the library reads them in the region, with or without a country code. */
    static Optional<PhoneNumber> parsed(String written, String region) {
        try {
            return Optional.of(LIBRARY.parseAndKeepRawInput(written, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    static boolean isValid(PhoneNumber number) {
        return LIBRARY.isValidNumber(number) && e164(number).length() <= LONGEST_E164;
    }

    static boolean isPossible(PhoneNumber number) {
        return LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    /** Emergency and service numbers, and those of companies that are dialled as they are: 116117, 10022, 02800. */
    static boolean isShort(PhoneNumber number) {
        if (SHORT_NUMBERS.isValidShortNumber(number)) {
            return true;
        }
        return withinCountry(number).length() <= LONGEST_SHORT
                && (isValid(number)
                        ? OF_COMPANIES.contains(LIBRARY.getNumberType(number))
                        : SHORT_NUMBERS.isPossibleShortNumber(number));
    }

    static boolean isOfNoCountry(PhoneNumber number) {
        return LIBRARY.getSupportedGlobalNetworkCallingCodes().contains(number.getCountryCode());
    }

    static boolean isSpecial(PhoneNumber number) {
        return SPECIAL_CODES.contains(number.getCountryCode())
                || LIBRARY.getNumberType(number) == PhoneNumberType.PREMIUM_RATE;
    }

    /** Whether it may be written in letters: only companies do that. */
    static boolean isOfCompany(PhoneNumber number) {
        return OF_COMPANIES.contains(LIBRARY.getNumberType(number));
    }

    /** Whether the number is longer than those that people have in the region. */
    static boolean isAbsurdlyLong(PhoneNumber number, String region) {
        var usual = Stream.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
                .map(type -> LIBRARY.getExampleNumberForType(region, type))
                .filter(example -> example != null)
                .mapToInt(example -> withinCountry(example).length())
                .max()
                .orElse(0);
        return withinCountry(number).length() > Math.max(usual, USUAL_LENGTH);
    }

    /** A number like those that people have in the region; empty for a region that nobody knows of. */
    static Optional<PhoneNumber> example(String region) {
        return Optional.ofNullable(LIBRARY.getExampleNumberForType(region, PhoneNumberType.MOBILE))
                .or(() -> Optional.ofNullable(LIBRARY.getExampleNumber(region)));
    }

    static String e164(PhoneNumber number) {
        return LIBRARY.format(number, PhoneNumberFormat.E164);
    }

    static String readable(PhoneNumber number) {
        return LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    static String withinCountry(PhoneNumber number) {
        return LIBRARY.getNationalSignificantNumber(number);
    }
}
