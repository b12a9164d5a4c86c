package io.ringback.process;

import io.ringback.callback.CaseNotAnswering;
import io.ringback.platform.database.RepeatedRace;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.reception.ReceptionNotAnswering;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.operaton.bpm.engine.MismatchingMessageCorrelationException;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.SuspendedEntityInteractionException;
import org.operaton.bpm.engine.exception.NullValueException;
import org.operaton.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Calls the engine and tells its refusals in the words of the callers, who know nothing of the engine. Whatever is neither a
 * lost race nor the database's absence is the fault of a model.
 */
final class EngineCalls {

    private EngineCalls() {}

    static <T> T call(Supplier<T> call, NotAnswering notAnswering) {
        var place = Places.enter();
        try {
            var result = call.get();
            Places.wentWell(place, notAnswering);
            return result;
        } catch (RuntimeException | StackOverflowError e) {
            throw told(e, place, notAnswering);
        } finally {
            Places.leave();
        }
    }

    static void run(Runnable call, NotAnswering notAnswering) {
        call(
                () -> {
                    call.run();
                    return true;
                },
                notAnswering);
    }

    private static RuntimeException told(Throwable failure, Places.Place place, NotAnswering notAnswering) {
        var inner = Faults.chain(failure).filter(EngineCalls::isToldAlready).findFirst();
        if (inner.isPresent()) {
            return (RuntimeException) inner.get();
        }
        if (failure instanceof OptimisticLockingException) {
            return new RepeatedRace(
                    "the process was changed at the same moment", failure, notAnswering.because(failure, null));
        }
        if (place.element() == null && isNotThere(failure)) {
            return notAnswering.because(failure, null);
        }
        if (failure instanceof ProcessEngineException engine && isLostRace(engine)) {
            return new CannotAcquireLockException("the process was changed at the same moment", failure);
        }
        if (failure instanceof RuntimeException away && DatabaseAway.isCauseOf(away)) {
            return away;
        }
        return blamed(failure, place, notAnswering);
    }

    /**
     * What the engine cannot write, it finds out at the end of the outermost call. When that was about a reception, it is
     * laid on the case that was allocated within it, which else would be allocated again and again.
     */
    private static RuntimeException blamed(Throwable failure, Places.Place place, NotAnswering notAnswering) {
        var refusal = notAnswering.because(failure, Faults.of(failure, place, null));
        var within = place.within();
        return within != null
                        && refusal instanceof ReceptionNotAnswering
                        && Faults.chain(failure).anyMatch(SQLException.class::isInstance)
                ? within.apply(failure)
                : refusal;
    }

    /** Nothing has been done, since the instance is not where it was called. */
    private static boolean isNotThere(Throwable failure) {
        return failure instanceof MismatchingMessageCorrelationException
                || failure instanceof NullValueException
                || failure instanceof SuspendedEntityInteractionException;
    }

    /** By a call within this one. */
    private static boolean isToldAlready(Throwable link) {
        return link instanceof CaseNotAnswering
                || link instanceof ReceptionNotAnswering
                || link instanceof ModelDoesNotStart
                || link instanceof ConcurrencyFailureException;
    }

    private static boolean isLostRace(ProcessEngineException e) {
        return e.getCode() == BuiltinExceptionCode.DEADLOCK.getCode()
                || e.getCode() == BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION.getCode();
    }
}
