package io.ringback.office;

import io.ringback.account.Accounts;
import io.ringback.audit.Actor;
import io.ringback.audit.AuditEvent;
import io.ringback.audit.AuditTrail;
import io.ringback.callback.Attempt;
import io.ringback.callback.Attempts;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackEvent;
import io.ringback.callback.CallbackNote;
import io.ringback.callback.CallbackNotes;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseForms;
import io.ringback.callback.LeftDraft;
import io.ringback.callback.LeftUnsaved;
import io.ringback.callback.TaskEvent;
import io.ringback.form.Answer;
import io.ringback.form.AnswersInWords;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.recording.Recordings;
import io.ringback.task.Task;
import io.ringback.task.TaskDesk;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Brings together what is known of a callback, with names for ids. */
@Service
public class CasePages {

    private static final String TASK_COMPLETED = CallbackEvent.type(TaskEvent.TaskCompleted.class);

    private final Callbacks callbacks;
    private final Attempts attempts;
    private final CallbackNotes notes;
    private final Recordings recordings;
    private final AuditTrail audit;
    private final Lists lists;
    private final Accounts accounts;
    private final EventDetails details;
    private final CaseForms forms;
    private final AnswersInWords answers;
    private final TaskDesk tasks;
    private final Clock clock;

    CasePages(
            Callbacks callbacks,
            Attempts attempts,
            CallbackNotes notes,
            Recordings recordings,
            AuditTrail audit,
            Lists lists,
            Accounts accounts,
            EventDetails details,
            CaseForms forms,
            AnswersInWords answers,
            TaskDesk tasks,
            Clock clock) {
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.notes = notes;
        this.recordings = recordings;
        this.audit = audit;
        this.lists = lists;
        this.accounts = accounts;
        this.details = details;
        this.forms = forms;
        this.answers = answers;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such callback */
    public CasePage of(UUID id, boolean mayChange) {
        var callback = callbacks.get(id);
        var calls = attempts.of(id);
        var events = audit.ofCallback(id);
        var left = callbacks.leftUnsaved(callback);
        var names = names(callback, calls, events);
        var listNames = lists.all().stream().collect(Collectors.toMap(CallbackList::id, CallbackList::name));
        var written = notes.of(callback).stream()
                .collect(Collectors.toMap(note -> note.id().toString(), CallbackNote::note));
        var done = done(id);
        var holding = callback.holding();
        var attributes = new TreeMap<>(callback.request().attributes());
        var recording = attributes.remove(Recordings.ATTRIBUTE);
        return new CasePage(
                callback,
                lists.find(callback.listId()).map(CallbackList::name).orElse(callback.listId()),
                holding == null ? null : names.getOrDefault(holding.agentId(), holding.agentId()),
                keptFor(callback, names),
                attributes,
                recording != null,
                recordings.isPlayable(recording),
                callback.isLate(clock.instant()),
                mayChange,
                calls(callback, calls, names),
                left(callback, left, names),
                callbacks.relatedTo(callback),
                events.stream()
                        .map(event -> event(event, names, listNames, written, done))
                        .toList(),
                new CasePage.Known(events, names, listNames));
    }

    private @Nullable String keptFor(Callback callback, Map<String, String> names) {
        var agent = callback.preference().keptFor();
        return agent == null || callback.isClosed() || !callback.preference().isKept(clock.instant())
                ? null
                : names.getOrDefault(agent, agent);
    }

    private List<CasePage.Call> calls(Callback callback, List<Attempt> calls, Map<String, String> names) {
        var form = lists.find(callback.listId()).map(forms::of).orElse(null);
        var locale = LocaleContextHolder.getLocale();
        return calls.stream()
                .map(call -> new CasePage.Call(
                        call,
                        names.getOrDefault(call.agentId(), call.agentId()),
                        recordings.isPlayable(call.recordingUrl()),
                        answers.of(call.formData(), call.form(), form, locale)))
                .toList();
    }

    private LeftUnsaved left(Callback callback, List<LeftDraft> drafts, Map<String, String> names) {
        var form = lists.find(callback.listId()).map(forms::of).orElse(null);
        var locale = LocaleContextHolder.getLocale();
        return new LeftUnsaved(drafts.stream()
                .map(draft -> new LeftUnsaved.Line(
                        draft,
                        names.getOrDefault(draft.leftBy(), draft.leftBy()),
                        answers.of(draft.formData(), null, form, locale)))
                .sorted(Comparator.comparing(line -> line.draft().leftAt(), Comparator.reverseOrder()))
                .toList());
    }

    /** What the tasks of a back office were answered, by their ids. */
    private Map<String, List<Answer>> done(UUID callbackId) {
        var locale = LocaleContextHolder.getLocale();
        return tasks.of(callbackId).stream()
                .filter(task -> task.closedAs() == Task.End.COMPLETED)
                .collect(Collectors.toMap(
                        task -> task.id().toString(), task -> answers.of(task.answers(), task.form(), null, locale)));
    }

    private CasePage.Event event(
            AuditEvent event,
            Map<String, String> names,
            Map<String, String> listNames,
            Map<String, String> written,
            Map<String, List<Answer>> done) {
        var actor = event.actor();
        var agent = event.agentId();
        return new CasePage.Event(
                event.at(),
                event.type(),
                Actor.SYSTEM.equals(actor) ? null : names.getOrDefault(actor, actor),
                agent == null || agent.equals(actor) ? null : names.getOrDefault(agent, agent),
                event.from(),
                event.to(),
                event.reason(),
                details.code(event.because()),
                details.read(
                        event.details(), listNames, written, event.type().equals(TASK_COMPLETED) ? done : Map.of()));
    }

    private Map<String, String> names(Callback callback, List<Attempt> calls, List<AuditEvent> events) {
        var holding = callback.holding();
        var ids = Stream.of(
                        Stream.ofNullable(holding).map(held -> held.agentId()),
                        Stream.ofNullable(callback.preference().keptFor()),
                        calls.stream().map(Attempt::agentId),
                        events.stream().map(AuditEvent::actor),
                        events.stream().map(AuditEvent::agentId).filter(Objects::nonNull))
                .flatMap(id -> id)
                .collect(Collectors.toSet());
        return accounts.names(ids);
    }
}
