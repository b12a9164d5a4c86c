package io.ringback.process;

import java.util.function.Function;
import java.util.function.Supplier;
import org.operaton.bpm.engine.MismatchingMessageCorrelationException;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.SuspendedEntityInteractionException;
import org.operaton.bpm.engine.exception.NullValueException;
import org.operaton.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Calls the engine and tells its refusals in the words of the callers, who know nothing of the engine. */
final class EngineCalls {

    private EngineCalls() {}

    /** @param notAnswering what to throw when the instance does not wait for what it was told */
    static <T> T call(Supplier<T> call, Function<RuntimeException, RuntimeException> notAnswering) {
        try {
            return call.get();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("the process was changed at the same moment", e);
        } catch (MismatchingMessageCorrelationException | NullValueException | SuspendedEntityInteractionException e) {
            throw notAnswering.apply(e);
        } catch (ProcessEngineException e) {
            if (isLostRace(e)) {
                throw new CannotAcquireLockException("the process was changed at the same moment", e);
            }
            throw e;
        }
    }

    static void run(Runnable call, Function<RuntimeException, RuntimeException> notAnswering) {
        call(
                () -> {
                    call.run();
                    return true;
                },
                notAnswering);
    }

    private static boolean isLostRace(ProcessEngineException e) {
        return e.getCode() == BuiltinExceptionCode.DEADLOCK.getCode()
                || e.getCode() == BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION.getCode();
    }
}
