package io.ringback.simulator;

import java.time.Duration;

/**
 * What happens when a made-up caller is called. The last digit of the number says it, so that whoever looks can tell: 0 to
 * 5 answers, 6 and 7 is busy, 8 does not answer, 9 is somebody else's. From the third call on everybody answers but those
 * with a wrong number, so that cases come to an end.
 */
enum Answer {
    ANSWERS("ANSWERED", Duration.ofSeconds(4), Duration.ofSeconds(9)),
    BUSY("BUSY", Duration.ofSeconds(3), Duration.ZERO),
    NO_ANSWER("NO_ANSWER", Duration.ofSeconds(10), Duration.ZERO),
    WRONG_NUMBER("OTHER", Duration.ofSeconds(4), Duration.ofSeconds(4));

    static final int PATIENCE = 3;

    private final String callStatus;
    private final Duration ringing;
    private final Duration talk;

    Answer(String callStatus, Duration ringing, Duration talk) {
        this.callStatus = callStatus;
        this.ringing = ringing;
        this.talk = talk;
    }

    /**
     * @param number in E.164
     * @param call the how-manieth call it is, from 1
     */
    static Answer to(String number, int call) {
        var last = number.charAt(number.length() - 1);
        if (last == '9') {
            return WRONG_NUMBER;
        }
        if (last < '6' || call >= PATIENCE) {
            return ANSWERS;
        }
        return last == '8' ? NO_ANSWER : BUSY;
    }

    /** What an agent saves after it. */
    String callStatus() {
        return callStatus;
    }

    /** How long the whole call lasts. */
    Duration length() {
        return ringing.plus(talk);
    }

    /** Why the call ended, as the telephone system says it. */
    String cause() {
        return switch (this) {
            case ANSWERS, WRONG_NUMBER -> "normal clearing";
            case BUSY -> "user busy";
            case NO_ANSWER -> "no answer";
        };
    }
}
