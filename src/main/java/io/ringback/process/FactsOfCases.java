package io.ringback.process;

import io.ringback.callback.Attempts;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.list.ArchivedList;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.process.CaseFacts.Fact;
import io.ringback.process.contract.SharedVariable;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Finds what models read of the callback that an instance, or an instance that has called it, is about. */
@Component
class FactsOfCases {

    private static final ThreadLocal<@Nullable CaseFacts> ASKED = new ThreadLocal<>();

    private final Callbacks callbacks;
    private final Lists lists;
    private final Attempts attempts;
    private final Clock clock;
    private final ThreadLocal<Known> known = ThreadLocal.withInitial(Known::new);

    FactsOfCases(Callbacks callbacks, Lists lists, Attempts attempts, Clock clock) {
        this.callbacks = callbacks;
        this.lists = lists;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Found before by the command of the engine that is under way. */
    private static final class Known {

        private WeakReference<@Nullable CommandContext> command = new WeakReference<>(null);
        private WeakReference<Map<UUID, Optional<CaseFacts>>> facts = new WeakReference<>(Map.of());
    }

    /** What an expression of a process may read of its case under this name; empty when that is nothing. */
    Optional<Fact> ofProcess(ExecutionEntity execution, String name) {
        if (isTime(name)) {
            return time(execution, name);
        }
        if (SharedVariable.find(name).isPresent() && !isOfRequest(name)) {
            return Optional.empty();
        }
        if (!isOfRequest(name) && !lists.isProcessAttribute(name)) {
            return Optional.empty();
        }
        return of(execution).map(facts -> facts.ofRequest(name).orElseGet(() -> facts.attribute(name)));
    }

    /** As the row has it at this moment, which may be another one than earlier in the command. */
    private Optional<Fact> time(ExecutionEntity execution, String name) {
        return callbackId(execution)
                .flatMap(callbacks::find)
                .map(callback -> of(callback).time(name));
    }

    /** What a decision may read under this name: of the case that somebody asks about, or of the process that asks. */
    Optional<Fact> ofDecision(String name, Supplier<@Nullable CallStatus> callStatus) {
        var asked = ASKED.get();
        var execution = Context.getBpmnExecutionContext();
        if (asked == null && execution == null) {
            return Optional.empty();
        }
        if (isTime(name)) {
            return asked != null ? Optional.of(asked.time(name)) : time(execution.getExecution(), name);
        }
        var facts = asked != null ? Optional.of(asked) : of(execution.getExecution());
        return facts.flatMap(found -> found.ofRequest(name)
                .or(() -> found.ofRetry(name, callStatus.get()))
                .or(() -> lists.isProcessAttribute(name) ? Optional.of(found.attribute(name)) : Optional.empty()));
    }

    /** Of this callback. */
    CaseFacts of(Callback callback) {
        return new CaseFacts(
                callback, () -> list(callback.listId()), () -> attempts.of(callback.id()), clock.instant());
    }

    /** Also an archived one, since a process may go on after its callback is closed. */
    private CallbackList list(String id) {
        return lists.find(id)
                .or(() -> lists.archived(id).map(ArchivedList::list))
                .orElseThrow();
    }

    /** Asks a decision about a case that no process asks about. */
    static <T> T asking(CaseFacts facts, Supplier<T> question) {
        ASKED.set(facts);
        try {
            return question.get();
        } finally {
            ASKED.remove();
        }
    }

    /** Whether a decision is asked about a case that no process asks about. */
    static boolean isAsked() {
        return ASKED.get() != null;
    }

    /** The callback that the instance, or the one that has called it, is about; empty when it is about none. */
    static Optional<UUID> callbackId(ExecutionEntity execution) {
        try {
            return Optional.ofNullable(businessKey(execution)).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isTime(String name) {
        return SharedVariable.find(name).filter(SharedVariable::isTime).isPresent();
    }

    private static boolean isOfRequest(String name) {
        return SharedVariable.find(name).filter(SharedVariable::isOfRequest).isPresent();
    }

    private Optional<CaseFacts> of(ExecutionEntity execution) {
        return callbackId(execution).flatMap(id -> inCommand().computeIfAbsent(id, this::look));
    }

    private Optional<CaseFacts> look(UUID callbackId) {
        return callbacks.find(callbackId).map(this::of);
    }

    private Map<UUID, Optional<CaseFacts>> inCommand() {
        var command = Context.getCommandContext();
        var memory = known.get();
        var facts = memory.facts.get();
        if (facts == null || memory.command.get() != command) {
            facts = new HashMap<>();
            memory.command = new WeakReference<>(command);
            memory.facts = new WeakReference<>(facts);
        }
        return facts;
    }

    /** That of the outermost process: those that are called have none of their own. */
    private static @Nullable String businessKey(ExecutionEntity execution) {
        var outermost = execution.getProcessInstance();
        while (outermost.getSuperExecution() != null) {
            outermost = outermost.getSuperExecution().getProcessInstance();
        }
        return outermost.getBusinessKey();
    }
}
