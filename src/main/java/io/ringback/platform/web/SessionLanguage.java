package io.ringback.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The language of whoever is signed in, kept as text in the session; a choice made in the browser goes before it. */
public final class SessionLanguage {

    private static final String LANGUAGE = "language";

    private SessionLanguage() {}

    /** @param language such as {@code fi} */
    public static void keep(HttpSession session, String language) {
        session.setAttribute(LANGUAGE, language);
    }

    static Optional<String> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(present -> present.getAttribute(LANGUAGE))
                .map(String.class::cast);
    }
}
