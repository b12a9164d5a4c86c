package io.ringback.process;

import io.ringback.platform.Conflict;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The delegates that models may call: these names and nothing else of the server. */
@Component
class Delegates {

    private final Map<Object, Object> byName = new HashMap<>();

    Delegates(CaseDelegates cases, ReceptionDelegates receptions) {
        cases.byName().forEach(this::add);
        receptions.byName().forEach(this::add);
    }

    /** The delegates by the names models call them. */
    Map<Object, Object> byName() {
        return byName;
    }

    /** All names a model may use. */
    Set<String> names() {
        return byName.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /**
     * A delegate that finds the row already changed by somebody else, or cannot lock it, has lost a race. The engine is
     * told so in its own words, and tries the job again without counting it as a failure.
     */
    private void add(String name, JavaDelegate delegate) {
        JavaDelegate fenced = execution -> {
            try {
                delegate.execute(execution);
            } catch (Conflict | ConcurrencyFailureException lost) {
                throw new OptimisticLockingException(lost.getMessage());
            }
        };
        byName.put(name, fenced);
    }
}
