package io.ringback.process.contract;

import io.ringback.callback.CallStatus;
import io.ringback.callback.Eligibility;
import io.ringback.callback.NextOffer;
import io.ringback.callback.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A variable by which server and processes talk.
 *
 * @param values all it can be; empty unless it is one of a few
 * @param isPassing whether it is gone as soon as the process waits
 * @param isSetByModels whether a process may set it, by an output of a decision
 */
public record SharedVariable(String name, Kind kind, Set<String> values, boolean isPassing, boolean isSetByModels) {

    public enum Kind {
        TRUTH("true or false"),
        NUMBER("a number"),
        ONE_OF("one of a few values"),
        DATE("a date and time"),
        DURATION("a duration"),
        ID("an id"),
        TEXT("a text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final Map<String, SharedVariable> ALL = Stream.of(
                    passing(SharedNames.RELATED, Kind.TRUTH),
                    kept(SharedNames.LIST_ID, Kind.ID),
                    new SharedVariable(SharedNames.SOURCE, Kind.ONE_OF, names(Source.values()), false, false),
                    oneOf(SharedNames.CALLABLE, names(Eligibility.values())),
                    kept(SharedNames.DUE_AT, Kind.DATE),
                    kept(SharedNames.ELIGIBLE_AT, Kind.DATE),
                    kept(SharedNames.EXPIRES_AT, Kind.DATE),
                    kept(SharedNames.AGENT_ID, Kind.ID),
                    kept(SharedNames.ALLOCATION_ID, Kind.ID),
                    kept(SharedNames.AUTO_STOP_AT, Kind.DATE),
                    kept(SharedNames.CALL_ENDS_BY, Kind.DATE),
                    kept(SharedNames.CLOSES_AT, Kind.DATE),
                    passing(SharedNames.DRAFT_TAKEN, Kind.TRUTH),
                    oneOf(SharedNames.CALL_STATUS, names(CallStatus.values())),
                    passing(SharedNames.OWN_DATE, Kind.TRUTH),
                    passing(SharedNames.RETRY_AT, Kind.TEXT),
                    oneOf(SharedNames.NEXT_OFFER, names(NextOffer.values())),
                    passing(SharedNames.OUTCOME_SAVED, Kind.TRUTH),
                    passing(SharedNames.ATTEMPTS, Kind.NUMBER),
                    passing(SharedNames.LAST_ATTEMPT, Kind.TRUTH),
                    new SharedVariable(SharedNames.RETRY_AFTER, Kind.DURATION, Set.of(), false, true),
                    new SharedVariable(SharedNames.GIVE_UP, Kind.TRUTH, Set.of(), false, true),
                    passing(SharedNames.RELATED_CALLBACK_ID, Kind.ID),
                    passing(SharedNames.CANCEL_IS_REQUESTED, Kind.TRUTH),
                    passing(SharedNames.REASON, Kind.TEXT),
                    passing(SharedNames.CALLBACK_FOUND, Kind.TRUTH))
            .collect(Collectors.toUnmodifiableMap(SharedVariable::name, Function.identity()));

    public static Map<String, SharedVariable> all() {
        return ALL;
    }

    public static Optional<SharedVariable> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static boolean isPassing(String name) {
        return find(name).filter(SharedVariable::isPassing).isPresent();
    }

    /** Whether it is no variable of the engine, but looked up in the callback's row where it is read. */
    public boolean isOfRequest() {
        return name.equals(SharedNames.LIST_ID) || name.equals(SharedNames.SOURCE);
    }

    /** Whether it is a time of the callback: no variable of the engine, either, and true to the row whenever it is read. */
    public boolean isTime() {
        return kind == Kind.DATE;
    }

    /** All values of a variable that is one of a few, true and false among them. */
    public static List<String> valuesOf(String name) {
        return find(name)
                .map(variable -> variable.kind() == Kind.TRUTH ? Set.of("true", "false") : variable.values())
                .orElse(Set.of())
                .stream()
                .sorted()
                .toList();
    }

    private static SharedVariable passing(String name, Kind kind) {
        return new SharedVariable(name, kind, Set.of(), true, false);
    }

    private static SharedVariable kept(String name, Kind kind) {
        return new SharedVariable(name, kind, Set.of(), false, false);
    }

    private static SharedVariable oneOf(String name, Set<String> values) {
        return new SharedVariable(name, Kind.ONE_OF, values, true, false);
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
