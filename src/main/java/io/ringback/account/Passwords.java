package io.ringback.account;

import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.InvalidField;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords. A password has at least {@value #SHORTEST} characters and at most {@value #MOST_BYTES}
 * bytes in UTF-8: bcrypt ignores what comes after them, so longer ones are refused rather than cut.
 */
@Component
class Passwords {

    static final int SHORTEST = 10;
    static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Semaphore turns = new Semaphore(2, true);
    private final String nobodysHash = encoder.encode("nobody has this password");

    /** The hash of a new password; refuses one that is too short or cannot be used. */
    String hashOfNew(String password) {
        if (password.length() < SHORTEST) {
            throw new InvalidField("password", "must have at least %s characters".formatted(SHORTEST));
        }
        if (!isUsable(password)) {
            throw new InvalidField("password", "must have at most %s bytes and no NUL character".formatted(MOST_BYTES));
        }
        return encoder.encode(password);
    }

    /** The hash of a password that everybody may know, for accounts of a demo. */
    String hashOfDemo(String password) {
        return encoder.encode(password);
    }

    /** Whether it could be the password of any account at all. */
    boolean isUsable(String password) {
        return password.length() <= MOST_BYTES
                && Texts.isStorable(password)
                && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** The same for one of many guesses, of which a node checks two at a time. */
    boolean matchesInTurn(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return matches(password, hash);
        } finally {
            turns.release();
        }
    }

    /** Takes as long as {@link #matches}, so that an answer's time does not tell whether an account exists. */
    boolean matchesNobody(String password) {
        encoder.matches(password, nobodysHash);
        return false;
    }
}
