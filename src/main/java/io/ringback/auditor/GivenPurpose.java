package io.ringback.auditor;

import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.InvalidField;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * What somebody says they look for: in what they send, in the header {@value #HEADER}, or once for a session of the pages.
 */
public final class GivenPurpose {

    /** In UTF-8, percent-encoded where it is not ASCII. */
    public static final String HEADER = "Ringback-Purpose";

    /** The most characters it may have. */
    public static final int LONGEST = 200;

    /** Written as telephone numbers are, in a country or with it; a number of a ticket or a date is none. */
    private static final Pattern TELEPHONE_NUMBER =
            Pattern.compile("(?:\\+|(?<![\\w.:/-])0(?!\\d-\\d{2}-\\d{4}\\b)\\d)(?:[ ()-]{0,3}\\d){6,}");

    private static final String ATTRIBUTE = "purpose";

    private GivenPurpose() {}

    /** @param inBody what the body says; null when it says nothing */
    static @Nullable String of(@Nullable String inBody, HttpServletRequest request) {
        if (inBody != null) {
            return checked(ATTRIBUTE, inBody);
        }
        var header = request.getHeader(HEADER);
        if (header != null && !Texts.isBlankHeader(header)) {
            return checked(HEADER, decoded(header));
        }
        return ofSession(request);
    }

    /** What was said in this session; null when nothing was. */
    public static @Nullable String ofSession(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String said ? said : null;
    }

    /**
     * Keeps it until they sign out, or say something else.
     *
     * @throws InvalidField when it cannot be kept
     */
    public static void keep(HttpServletRequest request, String purpose) {
        request.getSession().setAttribute(ATTRIBUTE, checked(ATTRIBUTE, purpose));
    }

    private static String decoded(String header) {
        var utf8 = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try {
            return UriUtils.decode(utf8, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return utf8;
        }
    }

    private static String checked(String field, String purpose) {
        var text = purpose.strip();
        if (!StringUtils.hasText(text) || text.length() > LONGEST || !Texts.isPlain(text, false)) {
            throw new InvalidField(field, "must be one line of at most %s characters".formatted(LONGEST));
        }
        if (TELEPHONE_NUMBER.matcher(text).find()) {
            throw new InvalidField(field, "must not name a telephone number: it is kept when the caller is forgotten");
        }
        return text;
    }
}
