package io.ringback.number;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a telephone number as people write it and gives it in E.164, so that one caller has one number. It is read where
 * its digits are certain, and must be in the numbering plan of its country; else it is refused.
 */
public final class PhoneNumbers {

    /** For numbers that are written with their country. */
    public static final String NO_REGION = NumberPlan.NO_REGION;

    /** How numbers are stored; older rules took shorter ones than there are. */
    private static final Pattern STORED = Pattern.compile("[0-9]{5,15}");

    /** What is dialled before a country code, in the most countries and in North America. */
    private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("(00|011)(?=[1-9])");

    private PhoneNumbers() {}

    /**
     * The number of a caller who wants to be called.
     *
     * @param region where a national number is at home, ISO 3166
     * @param special whether premium-rate, international special and satellite numbers are taken
     * @throws InvalidField with a {@link NumberFault} as its code; only that of two readings repeats them
     */
    public static String e164(String written, String region, boolean special) {
        var text = WrittenNumber.of(written);
        refusePlaceholder(text, region);
        var number = read(text, region);
        if (NumberPlan.isShort(number)) {
            throw NumberFault.SHORT_NUMBER.refusal();
        }
        if (text.spelled() && !NumberPlan.isOfCompany(number)) {
            throw NumberFault.NOT_A_NUMBER.refusal(); // a name that somebody has written behind the number
        }
        if (!special && NumberPlan.isSpecial(number)) {
            throw NumberFault.SPECIAL_NUMBER.refusal();
        }
        return NumberPlan.e164(number);
    }

    /**
     * All numbers in E.164 that a callback may have been stored with for what was written, by the present and by older
     * rules: what was answered once is found by that text, whatever is refused today.
     *
     * @param regions in which a national number is read
     * @throws InvalidField for what cannot be a number anywhere
     */
    public static Set<String> lookedFor(String written, Collection<String> regions) {
        var text = WrittenNumber.of(written);
        var found = new TreeSet<String>();
        if (text.international() && STORED.matcher(text.digits()).matches()) {
            found.add("+" + text.digits());
        }
        Stream.concat(Stream.of(NO_REGION), regions.stream())
                .flatMap(region -> candidates(text, region))
                .filter(number -> NumberPlan.isValid(number) || NumberPlan.isPossible(number))
                .map(NumberPlan::e164)
                .forEach(found::add);
        return found;
    }

    /** A number in E.164 that is like those of the region and stands for nobody's. */
    public static String example(String region) {
        return NumberPlan.example(region)
                .or(() -> NumberPlan.example("FI"))
                .map(NumberPlan::e164)
                .orElseThrow();
    }

    /** The digits of an E.164 number behind its country code, as they are dialled within the country but for a prefix. */
    public static String withinCountry(String e164) {
        return NumberPlan.parsed(e164, NO_REGION).map(NumberPlan::withinCountry).orElse(e164.substring(1));
    }

    /** An E.164 number with spaces, as people read it aloud. */
    public static String readable(String e164) {
        return NumberPlan.parsed(e164, NO_REGION).map(NumberPlan::readable).orElse(e164);
    }

    private static void refusePlaceholder(WrittenNumber text, String region) {
        var number = text.international()
                ? NumberPlan.international(text.digits())
                : NumberPlan.parsed(text.digits(), region);
        var orNumber =
                !text.international() && number.filter(NumberPlan::isValid).isPresent();
        if (Placeholders.isPattern(text.digits())
                || Placeholders.isSpelled(text.digits(), orNumber)
                || number.filter(PhoneNumbers::isPattern).isPresent()) {
            throw NumberFault.WITHHELD_NUMBER.refusal();
        }
    }

    /** Numbers of no country are given out in any order: +800 1234 5678. */
    private static boolean isPattern(PhoneNumber number) {
        return Placeholders.isPattern(NumberPlan.e164(number).substring(1))
                || !NumberPlan.isOfNoCountry(number) && Placeholders.isPattern(NumberPlan.withinCountry(number));
    }

    private static PhoneNumber read(WrittenNumber text, String region) {
        if (text.international()) {
            return NumberPlan.international(text.digits())
                    .filter(PhoneNumbers::isDialled)
                    .orElseThrow(() ->
                            (text.spelled() ? NumberFault.NOT_A_NUMBER : NumberFault.IMPOSSIBLE_NUMBER).refusal());
        }
        var national = NumberPlan.national(text.digits(), region).filter(NumberPlan::isValid);
        var withCode = withCode(text, region);
        if (national.isPresent() && withCode.isPresent() && NumberPlan.isAbsurdlyLong(national.get(), region)) {
            throw NumberFault.AMBIGUOUS_NUMBER.refusal(
                    List.of(NumberPlan.readable(national.get()), NumberPlan.readable(withCode.get())));
        }
        return national.or(() -> shortOne(text, region))
                .or(() -> withCode)
                .orElseThrow(() -> text.spelled()
                        ? NumberFault.NOT_A_NUMBER.refusal()
                        : NumberFault.IMPOSSIBLE_NUMBER.refusal(region));
    }

    /** A number that is in the plan, or at least a short one, which is told apart later. */
    private static boolean isDialled(PhoneNumber number) {
        return NumberPlan.isValid(number) || NumberPlan.isShort(number);
    }

    private static Optional<PhoneNumber> shortOne(WrittenNumber text, String region) {
        return NumberPlan.national(text.digits(), region).filter(NumberPlan::isShort);
    }

    /** The digits as country code and number, after the prefix that the region or another one has for that. */
    private static Optional<PhoneNumber> withCode(WrittenNumber text, String region) {
        return Stream.of(
                        NumberPlan.parsed(text.digits(), region),
                        NumberPlan.international(text.digits()),
                        prefixed(text.digits()))
                .flatMap(Optional::stream)
                .filter(number -> number.getCountryCodeSource() != CountryCodeSource.FROM_DEFAULT_COUNTRY)
                .filter(NumberPlan::isValid)
                .findFirst();
    }

    private static Optional<PhoneNumber> prefixed(String digits) {
        var prefix = INTERNATIONAL_PREFIX.matcher(digits);
        return prefix.lookingAt() ? NumberPlan.international(digits.substring(prefix.end())) : Optional.empty();
    }

    private static Stream<PhoneNumber> candidates(WrittenNumber text, String region) {
        if (text.international()) {
            return NumberPlan.international(text.digits()).stream();
        }
        return Stream.of(
                        NumberPlan.parsed(text.digits(), region),
                        NumberPlan.international(text.digits()),
                        prefixed(text.digits()))
                .flatMap(Optional::stream);
    }
}
