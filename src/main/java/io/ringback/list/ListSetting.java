package io.ringback.list;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of a list that are changed together, in the order in which the form asks for them. */
public enum ListSetting {
    NAME("name", Kind.TEXT, CallbackList::name),
    REGION("region", Kind.REGION, CallbackList::region),
    ZONE("zone", Kind.TEXT, CallbackList::zone),
    ORDER("order", Kind.ORDER, CallbackList::order),
    DUE_AFTER("dueAfter", Kind.DURATION, CallbackList::dueAfter),
    EXPIRES_AFTER("expiresAfter", Kind.DURATION, CallbackList::expiresAfter),
    AUTO_STOP_AFTER("autoStopAfter", Kind.DURATION, CallbackList::autoStopAfter),
    CLOSE_AFTER_CALL("closeAfterCall", Kind.DURATION, CallbackList::closeAfterCall),
    MAX_ATTEMPTS("maxAttempts", Kind.NUMBER, CallbackList::maxAttempts),
    LONGEST_CALL("longestCall", Kind.DURATION, list -> list.policy().longestCall()),
    SHORTEST_RETRY("shortestRetry", Kind.DURATION, list -> list.policy().shortestRetry()),
    MORE_TIMES("moreTimes", Kind.NUMBER, list -> list.policy().moreTimes()),
    MORE_TIME_BY("moreTimeBy", Kind.DURATION, list -> list.policy().moreTimeBy()),
    RETRY_AFTER_BUSY("retryAfterBusy", Kind.DURATIONS, list -> list.policy().retryAfterBusy()),
    RETRY_AFTER_NO_ANSWER(
            "retryAfterNoAnswer", Kind.DURATIONS, list -> list.policy().retryAfterNoAnswer()),
    RETRY_AFTER_OTHER("retryAfterOther", Kind.DURATIONS, list -> list.policy().retryAfterOther()),
    PROCESS("process", Kind.TEXT, list -> list.policy().process()),
    FORM_KEY("formKey", Kind.FORM, CallbackList::formKey),
    EXTERNAL_ID_ONCE("externalIdOnce", Kind.YES_OR_NO, list -> list.policy().externalIdOnce()),
    ASKING_AGAIN_MOVES_APPOINTMENTS(
            "askingAgainMovesAppointments",
            Kind.YES_OR_NO,
            list -> list.policy().askingAgainMovesAppointments()),
    SPECIAL_NUMBERS("specialNumbers", Kind.YES_OR_NO, list -> list.policy().specialNumbers()),
    APPOINTMENTS_OUTSIDE_HOURS(
            "appointmentsOutsideHours", Kind.YES_OR_NO, list -> list.policy().appointmentsOutsideHours()),
    PROCESS_ATTRIBUTES("processAttributes", Kind.TEXTS, list -> list.policy().processAttributes()),
    SAVE_WITHOUT_CALL(
            "saveWithoutCall", Kind.WITHOUT_CALL, list -> list.policy().saveWithoutCall()),
    FORGET_AFTER("forgetAfter", Kind.DURATION, list -> list.policy().forgetAfter());

    /** What its value is, for those who show it. */
    public enum Kind {
        TEXT,
        TEXTS,
        REGION,
        ORDER,
        DURATION,
        DURATIONS,
        NUMBER,
        FORM,
        YES_OR_NO,
        WITHOUT_CALL
    }

    private final String key;
    private final Kind kind;
    private final Function<CallbackList, @Nullable Object> value;

    ListSetting(String key, Kind kind, Function<CallbackList, @Nullable Object> value) {
        this.key = key;
        this.kind = kind;
        this.value = value;
    }

    /** Empty for the name of none. */
    public static Optional<ListSetting> of(String key) {
        return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }

    /** Its name in the contract. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** As it is kept in the audit trail: a text, a number, a truth or a list of texts; null for no limit, and for the usual form. */
    public @Nullable Object of(CallbackList list) {
        var raw = value.apply(list);
        if (raw instanceof Enum<?> named) {
            return named.name();
        }
        if (raw instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return raw instanceof Duration || raw instanceof ZoneId ? raw.toString() : raw;
    }

    /** Its value where it is several durations. */
    public List<Duration> durations(CallbackList list) {
        return value.apply(list) instanceof List<?> several
                ? several.stream().map(Duration.class::cast).toList()
                : List.of();
    }

    /** Its value where it is a duration; null where the list has no such limit. */
    public @Nullable Duration duration(CallbackList list) {
        return value.apply(list) instanceof Duration duration ? duration : null;
    }
}
