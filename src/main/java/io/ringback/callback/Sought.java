package io.ringback.callback;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: each of these words is in the name, the number, the external id, a note or the name of an agent.
 *
 * @param words in small letters
 */
public record Sought(List<Word> words) {

    public static final Sought NOTHING = new Sought(List.of());

    private static final int MOST = 8;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NUMBER = Pattern.compile("[\\d\\s+()./-]*\\d[\\d\\s+()./-]*");
    /** The zero that is dialled only within the country. */
    private static final Pattern TRUNK = Pattern.compile("^((?:\\+|00)[\\d\\s]+)\\(0\\)");

    /**
     * @param text part of a name, an external id or a note
     * @param digits part of a number, without the zeros that it begins with in its own country; null for what is none
     * @param agents the ids of those who are called so, or whose id is like it
     */
    public record Word(String text, @Nullable String digits, List<String> agents) {}

    /**
     * Reads what was written. What can only be a number is one word, however it is spaced.
     *
     * @param agents the ids of the agents for a word in small letters
     */
    public static Sought read(String written, Function<String, Collection<String>> agents) {
        var plain = small(Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replace("\u0000", "")
                .strip());
        if (plain.isEmpty()) {
            return NOTHING;
        }
        var parts = NUMBER.matcher(plain).matches() ? List.of(plain) : List.of(BLANKS.split(plain));
        var words = new ArrayList<Word>();
        parts.stream()
                .filter(part -> !part.isEmpty())
                .distinct()
                .limit(MOST)
                .forEach(part -> words.add(new Word(
                        part, digits(part), agents.apply(part).stream().sorted().toList())));
        return new Sought(List.copyOf(words));
    }

    public boolean isNothing() {
        return words.isEmpty();
    }

    /** Letter by letter, as the database does with what it is compared to. */
    private static String small(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable String digits(String part) {
        if (!NUMBER.matcher(part).matches()) {
            return null;
        }
        var digits = TRUNK.matcher(part)
                .replaceFirst("$1")
                .codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                .reduce("", String::concat);
        var inCountry = digits.replaceFirst("^0+", "");
        return inCountry.isEmpty() ? digits : inCountry;
    }

    /** Without what is looked for, which belongs in no log. */
    @Override
    public String toString() {
        return "Sought[%s words]".formatted(words.size());
    }
}
