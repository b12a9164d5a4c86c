package io.ringback.handling;

import static io.ringback.callback.CallStatus.ANSWERED;
import static io.ringback.callback.CallStatus.BUSY;
import static io.ringback.callback.CallStatus.NO_ANSWER;
import static io.ringback.callback.CallStatus.OTHER;

import io.ringback.callback.CallStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The call status that the cause of a call's end stands for, as telephone systems tell it: a Q.850 number, a SIP code, a
 * Reason header (RFC 3326) or the words of common systems. What ends answered calls and unanswered ones alike (normal
 * clearing) stands for none: the agent knows better.
 */
final class CallCause {

    private static final Pattern Q850 = Pattern.compile("q\\.?\\s?850\\D{0,20}?(\\d{1,3})(?!\\d)");
    private static final Pattern SIP = Pattern.compile("sip(?:/2\\.0)?\\D{0,20}?(\\d{3})(?!\\d)");
    private static final Pattern NUMBER =
            Pattern.compile("^(?:[a-z ]*(?:cause|code|reason|status)[\\s:=#]*)?(\\d{1,3})(?![\\d.,:])");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");
    private static final Pattern NOT_ANSWERED = Pattern.compile("noanswer|notanswer|unanswered|noreply");
    private static final int FIRST_SIP_CODE = 200;

    private static final Map<Integer, CallStatus> BY_Q850 = byNumber(
            List.of(17),
            List.of(18, 19, 20),
            List.of(
                    1, 2, 3, 4, 5, 6, 8, 9, 21, 22, 23, 25, 26, 27, 28, 29, 34, 38, 41, 42, 43, 44, 46, 47, 49, 50, 52,
                    54, 55, 57, 58, 63, 65, 66, 69, 70, 79, 81, 86, 87, 88, 91, 95, 96, 97, 98, 99, 100, 101, 102, 103,
                    111, 127));

    private static final Map<Integer, CallStatus> BY_SIP = byNumber(
            List.of(486, 600),
            List.of(408, 480, 487),
            List.of(
                    400, 401, 402, 403, 404, 405, 406, 407, 410, 413, 414, 415, 416, 420, 421, 423, 433, 436, 437, 481,
                    482, 483, 484, 485, 488, 491, 493, 500, 501, 502, 503, 504, 505, 513, 580, 603, 604, 606, 607,
                    608));

    private static final Map<String, CallStatus> BY_WORDS = byWords(
            "answer answered callanswered",
            "busy userbusy linebusy busyhere busyeverywhere busyline subscriberbusy engaged callbusy calleebusy",
            "noanswer notanswered unanswered noreply nouserresponse noresponse useralertingnoanswer noanswerfromuser"
                    + " nouserresponding subscriberabsent timeout ringtimeout requesttimeout temporarilyunavailable"
                    + " originatorcancel requestterminated cancel canceled cancelled callcancelled callcanceled missed"
                    + " noanswertimeout ringnoanswer progresstimeout allottedtimeout",
            "unallocatednumber unassignednumber invalidnumber invalidnumberformat numberchanged nosuchnumber notfound wrongnumber"
                    + " callrejected rejected declined decline callreject forbidden blocked"
                    + " noroutedestination noroutetransitnet noroutetodestination"
                    + " destinationoutoforder networkoutoforder normaltemporaryfailure temporaryfailure switchcongestion"
                    + " congestion normalcircuitcongestion nocircuitavailable nocircuitchannelavailable chanunavail"
                    + " requestedchanunavail failed failure error unreachable serviceunavailable recoveryontimerexpire"
                    + " incompatibledestination facilityrejected facilitynotsubscribed outgoingcallbarred incomingcallbarred"
                    + " bearercapabilitynotauth bearercapabilitynotavail gone addressincomplete outoforder"
                    + " disconnectednumber numberdisconnected interworking");

    private CallCause() {}

    /** Null for none, and for one that says nothing of the outcome. */
    static @Nullable CallStatus callStatus(@Nullable String cause) {
        if (cause == null) {
            return null;
        }
        var told = cause.toLowerCase(Locale.ROOT).strip();
        return number(Q850, told)
                .map(BY_Q850::get)
                .or(() -> number(SIP, told).map(BY_SIP::get))
                .or(() -> number(NUMBER, told).map(CallCause::byBareNumber))
                .or(() -> byWords(words(told)))
                .orElse(null);
    }

    private static @Nullable CallStatus byBareNumber(int number) {
        return number < FIRST_SIP_CODE ? BY_Q850.get(number) : BY_SIP.get(number);
    }

    /** What is said in so many words, or somewhere in a sentence. */
    private static Optional<CallStatus> byWords(String words) {
        var known = BY_WORDS.get(words);
        if (known != null) {
            return Optional.of(known);
        }
        if (NOT_ANSWERED.matcher(words).find()) {
            return Optional.of(NO_ANSWER);
        }
        return words.contains("busy") ? Optional.of(BUSY) : Optional.empty();
    }

    /** {@code userbusy} for {@code 17 USER_BUSY}, {@code User-Busy} and {@code cause: user busy}. */
    private static String words(String told) {
        var letters = NO_LETTER.matcher(told.replace("'", "")).replaceAll("");
        return letters.startsWith("cause") ? letters.substring("cause".length()) : letters;
    }

    private static Optional<Integer> number(Pattern pattern, String told) {
        var found = pattern.matcher(told);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    private static Map<Integer, CallStatus> byNumber(List<Integer> busy, List<Integer> noAnswer, List<Integer> other) {
        var known = new HashMap<Integer, CallStatus>();
        busy.forEach(number -> known.put(number, BUSY));
        noAnswer.forEach(number -> known.put(number, NO_ANSWER));
        other.forEach(number -> known.put(number, OTHER));
        return Map.copyOf(known);
    }

    private static Map<String, CallStatus> byWords(String answered, String busy, String noAnswer, String other) {
        var known = new HashMap<String, CallStatus>();
        List.of(answered.split(" ")).forEach(word -> known.put(word, ANSWERED));
        List.of(busy.split(" ")).forEach(word -> known.put(word, BUSY));
        List.of(noAnswer.split(" ")).forEach(word -> known.put(word, NO_ANSWER));
        List.of(other.split(" ")).forEach(word -> known.put(word, OTHER));
        return Map.copyOf(known);
    }
}
