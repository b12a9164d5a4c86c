package io.ringback.figures;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case leaves an agent's hands. */
public enum Left {
    /** With an outcome: the caller has answered. */
    ANSWERED,
    /** With an outcome. */
    BUSY,
    /** With an outcome. */
    NO_ANSWER,
    /** With an outcome. */
    OTHER,
    /** The time in which the list wants a call was over. */
    NO_CALL_MADE,
    /** The time that the list allows after a call was over. */
    WINDOW_LEFT_OPEN,
    /** Receiving has ended in another way: by the agent, a supervisor, a lost connection. */
    GIVEN_BACK,
    /** In no way that the agent had a part in, such as a case that was set aside. */
    TAKEN_AWAY;

    private static final List<Left> OUTCOMES = List.of(ANSWERED, BUSY, NO_ANSWER, OTHER);

    public boolean isOutcome() {
        return OUTCOMES.contains(this);
    }

    /** Whether a limit of the list has done it. */
    public boolean isByLimit() {
        return this == NO_CALL_MADE || this == WINDOW_LEFT_OPEN;
    }

    /** @param code as the trail has it; anything that is none of these is the usual one */
    static Left of(@Nullable String code, Left usual) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElse(usual);
    }
}
