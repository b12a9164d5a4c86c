package io.ringback.list;

import io.ringback.platform.problem.InvalidField;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which attributes of requests a list lets processes and decisions read. What belongs to a person is kept from them as far as
 * a name or a value tells: the supervisor who names an attribute answers for the rest.
 */
@Component
public class ReadableAttributes {

    static final int MOST = 10;
    static final int LONGEST_NAME = 40;

    /** What is longer is cut: it is meant for telling callbacks apart. */
    private static final int LONGEST_VALUE = 200;

    /** The digits by which a number is known again, however it is written. */
    private static final int TELLING_DIGITS = 6;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final List<String> OF_PERSONS = List.of(
            "phone",
            "puhelin",
            "telefon",
            "mobile",
            "msisdn",
            "callerid",
            "number",
            "numero",
            "nummer",
            "name",
            "nimi",
            "namn",
            "mail",
            "address",
            "osoite",
            "adress",
            "hetu",
            "ssn",
            "recordingurl");

    private final NamesInProcesses names;

    ReadableAttributes(NamesInProcesses names) {
        this.names = names;
    }

    /** @throws InvalidField for a name that processes cannot have, one given twice, and one that says it holds a person's data */
    void check(List<String> attributes) {
        var seen = new HashSet<String>();
        for (int i = 0; i < attributes.size(); i++) {
            var complaint = complaint(attributes.get(i));
            if (complaint == null && !seen.add(attributes.get(i))) {
                complaint = "is there twice";
            }
            if (complaint != null) {
                throw new InvalidField("processAttributes[%s]".formatted(i), complaint);
            }
        }
    }

    private @Nullable String complaint(String name) {
        if (!NAME.matcher(name).matches()) {
            return "must be a name of letters, digits and _, such as segment";
        }
        if (names.isTaken(name)) {
            return "means something else in processes; send the attribute under another name";
        }
        var plain = name.toLowerCase(Locale.ROOT).replace("_", "");
        return OF_PERSONS.stream().anyMatch(plain::contains)
                ? "says that it holds a number, a name or an address, which processes never read"
                : null;
    }

    /**
     * What processes read of a request; null where the list does not let them, the request does not say it, or it is the
     * number or name of its caller.
     */
    public static @Nullable String value(
            CallbackList list, String name, Map<String, String> attributes, String number, @Nullable String caller) {
        var value = list.policy().processAttributes().contains(name) ? attributes.get(name) : null;
        if (value == null || isNumber(value, number) || caller != null && value.equalsIgnoreCase(caller)) {
            return null;
        }
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }

    private static boolean isNumber(String value, String number) {
        var digits = value.replaceAll("[^0-9]", "");
        return digits.length() >= TELLING_DIGITS
                && number.replaceAll("[^0-9]", "").endsWith(lastOf(digits));
    }

    private static String lastOf(String digits) {
        return digits.substring(Math.max(0, digits.length() - TELLING_DIGITS));
    }
}
