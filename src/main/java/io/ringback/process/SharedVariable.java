package io.ringback.process;

import io.ringback.callback.CallStatus;
import io.ringback.callback.Eligibility;
import io.ringback.callback.NextOffer;
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
record SharedVariable(String name, Kind kind, Set<String> values, boolean isPassing, boolean isSetByModels) {

    enum Kind {
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

        String words() {
            return words;
        }
    }

    private static final Map<String, SharedVariable> ALL = Stream.of(
                    passing(Names.RELATED, Kind.TRUTH),
                    oneOf(Names.CALLABLE, names(Eligibility.values())),
                    kept(Names.DUE_AT, Kind.DATE),
                    kept(Names.ELIGIBLE_AT, Kind.DATE),
                    kept(Names.EXPIRES_AT, Kind.DATE),
                    kept(Names.AGENT_ID, Kind.ID),
                    kept(Names.ALLOCATION_ID, Kind.ID),
                    kept(Names.AUTO_STOP_AT, Kind.DATE),
                    kept(Names.CALL_ENDS_BY, Kind.DATE),
                    kept(Names.CLOSES_AT, Kind.DATE),
                    passing(Names.DRAFT_TAKEN, Kind.TRUTH),
                    oneOf(Names.CALL_STATUS, names(CallStatus.values())),
                    passing(Names.OWN_DATE, Kind.TRUTH),
                    passing(Names.RETRY_AT, Kind.TEXT),
                    oneOf(Names.NEXT_OFFER, names(NextOffer.values())),
                    passing(Names.OUTCOME_SAVED, Kind.TRUTH),
                    passing(Names.ATTEMPTS, Kind.NUMBER),
                    passing(Names.LAST_ATTEMPT, Kind.TRUTH),
                    new SharedVariable(Names.RETRY_AFTER, Kind.DURATION, Set.of(), false, true),
                    new SharedVariable(Names.GIVE_UP, Kind.TRUTH, Set.of(), false, true),
                    passing(Names.RELATED_CALLBACK_ID, Kind.ID),
                    passing(Names.REASON, Kind.TEXT),
                    passing(Names.CALLBACK_FOUND, Kind.TRUTH))
            .collect(Collectors.toUnmodifiableMap(SharedVariable::name, Function.identity()));

    static Map<String, SharedVariable> all() {
        return ALL;
    }

    static Optional<SharedVariable> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static boolean isPassing(String name) {
        return find(name).filter(SharedVariable::isPassing).isPresent();
    }

    /** All values of a variable that is one of a few, true and false among them. */
    static List<String> valuesOf(String name) {
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
