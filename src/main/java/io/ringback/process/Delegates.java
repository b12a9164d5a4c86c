package io.ringback.process;

import io.ringback.platform.problem.Conflict;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngineException;
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
     * A delegate that the clock has set off and that finds the row already changed by somebody else, or cannot lock it, has
     * lost a race. The engine is told so in its own words, and tries the job again without counting it as a failure.
     */
    private void add(String name, JavaDelegate delegate) {
        JavaDelegate fenced = execution -> {
            try {
                delegate.execute(execution);
            } catch (Conflict misused) {
                throw refused(misused);
            } catch (ConcurrencyFailureException lost) {
                throw new OptimisticLockingException(lost.getMessage());
            }
        };
        byName.put(name, fenced);
    }

    /** Where the server itself has called, it has locked the rows before: nobody else can have changed them, only the model. */
    private static ProcessEngineException refused(Conflict conflict) {
        return Places.isUnderWay()
                ? new ProcessEngineException(conflict.getMessage())
                : new OptimisticLockingException(conflict.getMessage());
    }
}
