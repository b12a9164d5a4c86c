package io.ringback.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The digits of a number as it was written, whatever is around and between them.
 *
 * @param digits ASCII digits only, at least one
 * @param international whether a plus sign says that they begin with a country code
 * @param spelled whether letters stood for some of the digits, as in 1-800-FLOWERS
 */
record WrittenNumber(String digits, boolean international, boolean spelled) {

    private static final int LONGEST = 256;
    private static final int MOST_DIGITS = 18;
    private static final int DIGITS_OF_A_NUMBER = 5;

    private static final Pattern QUOTED = Pattern.compile("=?(['\"])(.*)\\1|=(?=[+0-9])(.*)|'(.*)", Pattern.DOTALL);
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]+([.,][0-9]*)?\\s?[eE]\\s?[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile(
            "-[0-9]+|[+-]?[0-9]{6,}[.,]([0-9]{1,2}|0+)|[+-]?[0-9][0-9 ]{5,}[.,]0+|[0-9]{1,3}(,[0-9]{3}){2,}(\\.0*)?");
    private static final Pattern DATE =
            Pattern.compile("(19|20)[0-9]{2}[-./](0?[1-9]|1[0-2])[-./](0?[1-9]|[12][0-9]|3[01])"
                    + "|(0?[1-9]|[12][0-9]|3[01])[-./](0?[1-9]|[12][0-9]|3[01])[-./](19|20)[0-9]{2}");
    private static final Pattern EXTENSION = Pattern.compile(
            ".*[0-9)][\\s.,;]*(extension|ext|extn|xtn|x|#|p|w|int|anexo|poste|durchwahl|ankn|alanumero|доб)"
                    + "\\s*[.:=]?\\s*[0-9]{1,9}#?|.*[0-9]{5}\\s*,+\\s*[0-9]{1,4}#?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile(
            "(telephone|tel|telefon|puhelin|puh|phone|mobile|mobil|mob|matkapuh|gsm|cell|handy|p|t|m)(\\s*[.:]+\\s*|\\s+)(?=[+(\\[0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile(
            "[;,|&\\n]+|(?<=[0-9])/+(?=\\+)|(?<=[0-9])\\s*(?=\\+)|\\s(or|and|tai|ja|eller|och|oder|und|ou|et|o|y|или)\\s");
    private static final Pattern PLAIN = Pattern.compile("[(\\[ ]*\\+?[0-9 ()\\[\\]./_~-]*");
    private static final Pattern SPELLED =
            Pattern.compile("[(\\[ ]*\\+?[0-9 ()./-]*[0-9]{3}[ )./-]*[A-Za-z]{3,}[A-Za-z0-9 ./-]*");

    /** @throws InvalidField for what cannot be a number, or is more than one */
    static WrittenNumber of(String written) {
        if (written.length() > LONGEST) {
            throw NumberFault.NOT_A_NUMBER.refusal();
        }
        var text = unquoted(NumberCharacters.plain(written));
        var address = NumberAddress.of(text);
        if (address.isEmpty()) {
            return ofText(text);
        }
        var found = address.get();
        if (found.number().isEmpty()) {
            throw NumberFault.WITHHELD_NUMBER.refusal();
        }
        if (found.hasExtension()) {
            throw NumberFault.EXTENSION.refusal();
        }
        return ofText(found.number().contains("+") ? found.number() : found.context() + found.number());
    }

    private static WrittenNumber ofText(String text) {
        if (text.chars().noneMatch(sign -> sign >= '0' && sign <= '9')) {
            throw (Placeholders.isWord(text) ? NumberFault.WITHHELD_NUMBER : NumberFault.NOT_A_NUMBER).refusal();
        }
        if (isOfSpreadsheet(text)) {
            throw NumberFault.SPREADSHEET_NUMBER.refusal();
        }
        if (EXTENSION.matcher(text).matches()) {
            throw NumberFault.EXTENSION.refusal();
        }
        var bare = LABEL.matcher(text).lookingAt() ? LABEL.matcher(text).replaceFirst("") : text;
        bare = bare.replaceFirst("[\\s.,;:/|-]+$", "");
        if (isSeveral(bare)) {
            throw NumberFault.SEVERAL_NUMBERS.refusal();
        }
        return ofOne(bare.replace('\n', ' '));
    }

    /** An amount or a day, which a spreadsheet has made of a number, or which stands in the wrong column. */
    private static boolean isOfSpreadsheet(String text) {
        return SCIENTIFIC.matcher(text).matches()
                || DECIMAL.matcher(text).matches()
                || DATE.matcher(text).matches();
    }

    private static WrittenNumber ofOne(String text) {
        var spelled = SPELLED.matcher(text).matches();
        if (!spelled && !PLAIN.matcher(text).matches()) {
            throw NumberFault.NOT_A_NUMBER.refusal();
        }
        var digits = (spelled ? PhoneNumberUtil.convertAlphaCharactersInNumber(text) : text).replaceAll("[^0-9]", "");
        if (digits.length() > MOST_DIGITS) {
            throw tooLong(text, spelled).refusal();
        }
        var international = text.contains("+");
        // No country code begins with a zero: two of them after a plus sign are the prefix once more.
        return new WrittenNumber(international ? digits.replaceFirst("^00", "") : digits, international, spelled);
    }

    private static NumberFault tooLong(String text, boolean spelled) {
        if (text.contains("/")) {
            return NumberFault.SEVERAL_NUMBERS;
        }
        return spelled ? NumberFault.NOT_A_NUMBER : NumberFault.IMPOSSIBLE_NUMBER;
    }

    private static boolean isSeveral(String text) {
        return Arrays.stream(BETWEEN_NUMBERS.split(text))
                        .filter(part -> part.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_NUMBER)
                        .count()
                > 1;
    }

    /** Without what keeps spreadsheets from taking a number for an amount: {@code ="040…"}, {@code '040…}. */
    private static String unquoted(String text) {
        var quoted = QUOTED.matcher(text);
        if (!quoted.matches()) {
            return text;
        }
        var inside =
                quoted.group(2) != null ? quoted.group(2) : quoted.group(3) != null ? quoted.group(3) : quoted.group(4);
        return unquoted(inside.strip());
    }

    /** Without the digits, which belong in no log. */
    @Override
    public String toString() {
        return "WrittenNumber[international=%s]".formatted(international);
    }
}
