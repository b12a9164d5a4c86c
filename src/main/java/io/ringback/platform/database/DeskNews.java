package io.ringback.platform.database;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What nodes tell each other about an agent, another account, or the models. On the line it is the account's id behind the sign of its
 * kind, with which no id begins; triggers of the database write some of them, too (V26).
 *
 * @param accountId empty for {@link Kind#ANYTHING} and {@link Kind#MODELS}
 */
public record DeskNews(Kind kind, String accountId) {

    /** What it is about. */
    public enum Kind {
        /** Something on the agent's desk has changed. */
        DESK(""),
        /** The agent has signed out. */
        SIGNED_OUT("-"),
        /** A session of the account is gone, or its password, roles or leave to sign in are others. */
        RIGHTS("!"),
        /** Somebody has ended all that the account has open. */
        ENDED("!!"),
        /** Models have been deployed. */
        MODELS("#"),
        /** News may have been missed, after a break of the connection. */
        ANYTHING("*");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    static final DeskNews MISSED = new DeskNews(Kind.ANYTHING, "");

    /** As it is on the line. */
    String written() {
        return kind.sign + accountId;
    }

    /** The longest sign that fits is meant. */
    static DeskNews read(String written) {
        return Stream.of(Kind.values())
                .filter(kind -> written.startsWith(kind.sign))
                .max(Comparator.comparingInt(kind -> kind.sign.length()))
                .map(kind -> new DeskNews(kind, written.substring(kind.sign.length())))
                .orElseThrow();
    }
}
