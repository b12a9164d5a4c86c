package io.ringback.office.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.account.Accounts;
import io.ringback.form.Answer;
import io.ringback.form.AnswersInWords;
import io.ringback.office.tasks.TaskPage.Line;
import io.ringback.office.tasks.TaskPage.Shown;
import io.ringback.office.tasks.TaskPage.Standing;
import io.ringback.platform.problem.NotFound;
import io.ringback.task.Task;
import io.ringback.task.TaskDesk;
import io.ringback.task.TaskView;
import io.ringback.task.TaskViews;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what the page of tasks shows. */
@Service
class TaskPages {

    private static final int SHOWN = 100;

    private final TaskDesk desk;
    private final TaskViews views;
    private final Accounts accounts;
    private final AnswersInWords answers;
    private final ObjectMapper json;

    TaskPages(TaskDesk desk, TaskViews views, Accounts accounts, AnswersInWords answers, ObjectMapper json) {
        this.desk = desk;
        this.views = views;
        this.accounts = accounts;
        this.answers = answers;
        this.json = json;
    }

    /** @param open the task that is shown beside the list; one that is not there any more counts as withdrawn */
    TaskPage list(String reader, @Nullable UUID open) {
        var found = desk.open(reader, null, SHOWN + 1);
        var names = views.listNames(found);
        return new TaskPage(
                found.stream()
                        .limit(SHOWN)
                        .map(task -> new Line(
                                task.id(),
                                task.name(),
                                names.getOrDefault(task.callbackId(), ""),
                                task.openedAt(),
                                reader.equals(task.claimedBy())))
                        .toList(),
                found.size() > SHOWN,
                open,
                open == null ? null : standing(reader, open));
    }

    private Standing standing(String reader, UUID id) {
        try {
            return standing(reader, desk.get(reader, id));
        } catch (NotFound gone) {
            return Standing.WITHDRAWN;
        }
    }

    private Standing standing(String reader, Task task) {
        var end = task.closedAs();
        if (end != null) {
            return Standing.valueOf(end.name());
        }
        if (task.claimedBy() == null || !isEnabled(task.claimedBy())) {
            return Standing.FREE;
        }
        return reader.equals(task.claimedBy()) ? Standing.MINE : Standing.TAKEN;
    }

    private boolean isEnabled(String account) {
        return accounts.find(account).filter(found -> found.enabled()).isPresent();
    }

    /** @throws NotFound when there is no such task for the reader */
    Shown one(String reader, UUID id, Locale locale) {
        var task = views.of(reader, id);
        var outcome = task.outcome();
        var saved = views.saved(task.callback().id());
        var said = saved == null ? List.<Answer>of() : answers.of(saved.formData(), saved.form(), null, locale);
        var standing = standing(reader, desk.get(reader, id));
        return new Shown(
                task,
                standing,
                name(standing == Standing.COMPLETED ? task.closedBy() : task.claimedBy()),
                outcome == null ? null : name(outcome.agentId()),
                said,
                standing == Standing.COMPLETED ? answers.of(task.answers(), task.form(), null, locale) : List.of(),
                standing == Standing.MINE ? entered(task) : null);
    }

    private @Nullable String name(@Nullable String account) {
        return account == null ? null : accounts.names(Set.of(account)).getOrDefault(account, account);
    }

    private @Nullable String entered(TaskView task) {
        Map<String, Object> entered = task.answers();
        try {
            return entered == null ? null : json.writeValueAsString(entered);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A draft was read from JSON and cannot be written as such", e);
        }
    }
}
