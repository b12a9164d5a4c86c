package io.ringback.process;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.cfg.IdGenerator;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.stereotype.Component;

/**
 * The ids of what the engine makes, among them that of a process instance which is known before it: the row of its callback
 * names it from the start and need not be written again. The first id that starting an instance asks for is its own; only where the
 * engine has to complete its tables for the model first does the instance get another one, which the row is told then.
 */
@Component
class InstanceIds implements IdGenerator {

    private static final ThreadLocal<@Nullable String> NEXT = new ThreadLocal<>();

    private final IdGenerator usual = new StrongUuidGenerator();

    @Override
    public String getNextId() {
        var next = NEXT.get();
        if (next == null) {
            return usual.getNextId();
        }
        NEXT.remove();
        return next;
    }

    /** Does what starts one process instance, under this id if it is not null. */
    static <T> T starting(@Nullable String id, Supplier<T> start) {
        NEXT.set(id);
        try {
            return start.get();
        } finally {
            NEXT.remove();
        }
    }
}
