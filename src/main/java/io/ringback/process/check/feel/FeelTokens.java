package io.ringback.process.check.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words, numbers, texts and signs of an expression, one after the other. */
public final class FeelTokens {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_TOKENS = 1_000;
    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>\"(?:[^\"\\\\]|\\\\[\"\\\\ntr'])*\")|(?<number>(?:[0-9]+(?:\\.(?!\\.)[0-9]+)?|\\.[0-9]+))"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<sign>\\.\\.|!=|<=|>=|\\*\\*|[-+*/()\\[\\],=<>?.{}:@|])");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\ufeff]*");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    public FeelTokens(String text) throws FeelUnreadable {
        if (text.length() > MOST_CHARACTERS) {
            throw new FeelUnreadable("is longer than %s characters".formatted(MOST_CHARACTERS));
        }
        if (text.contains("/*") || text.contains("//")) {
            throw new FeelUnreadable("holds a comment, or two strokes: use the description instead");
        }
        var blank = BLANK.matcher(text);
        var token = TOKEN.matcher(text);
        for (int from = skip(blank, 0); from < text.length(); from = skip(blank, token.end())) {
            if (!token.region(from, text.length()).lookingAt()) {
                throw new FeelUnreadable("has '%s', which cannot be read".formatted(text.substring(from, from + 1)));
            }
            if (tokens.size() == MOST_TOKENS) {
                throw new FeelUnreadable("has more than %s parts".formatted(MOST_TOKENS));
            }
            tokens.add(token.group());
        }
    }

    private static int skip(java.util.regex.Matcher blank, int from) {
        blank.region(from, blank.regionEnd());
        return blank.lookingAt() ? blank.end() : from;
    }

    /** The next one; empty at the end. */
    public String next() {
        return ahead(0);
    }

    /** The one so many places behind the next; empty after the end. */
    String ahead(int places) {
        return at + places < tokens.size() ? tokens.get(at + places) : "";
    }

    public String take() throws FeelUnreadable {
        if (at == tokens.size()) {
            throw new FeelUnreadable("ends too early");
        }
        return tokens.get(at++);
    }

    boolean takes(String token) {
        if (!next().equals(token)) {
            return false;
        }
        at++;
        return true;
    }

    void expect(String token) throws FeelUnreadable {
        if (!takes(token)) {
            throw unexpected("'%s'".formatted(token));
        }
    }

    void expectEnd() throws FeelUnreadable {
        if (!next().isEmpty()) {
            throw unexpected("its end");
        }
    }

    FeelUnreadable unexpected(String wanted) {
        return new FeelUnreadable(
                next().isEmpty()
                        ? "ends where %s is wanted".formatted(wanted)
                        : "has '%s' where %s is wanted".formatted(next(), wanted));
    }
}
