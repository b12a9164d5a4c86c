package io.ringback.desk;

import io.ringback.callback.Attempt;
import io.ringback.callback.EarlierCallback;
import io.ringback.callback.LeftDraft;
import io.ringback.callback.LeftUnsaved;
import io.ringback.callback.RelatedCallback;
import io.ringback.form.AnswersInWords;
import io.ringback.list.AgentList;
import io.ringback.recording.Recordings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the case window tells of the caller: the calls for the case in hand, and what else there was. */
@Component
class StoryLines {

    private final Recordings recordings;
    private final AnswersInWords answers;

    StoryLines(Recordings recordings, AnswersInWords answers) {
        this.recordings = recordings;
        this.answers = answers;
    }

    /**
     * Calls, newest first.
     *
     * @param running the one that is going on
     */
    List<DeskPage.AttemptLine> ofCalls(List<Attempt> attempts, @Nullable UUID running, Reader reader) {
        var lines = new ArrayList<DeskPage.AttemptLine>();
        attempts.forEach(attempt -> lines.add(0, line(attempt, attempt.id().equals(running), reader)));
        return lines;
    }

    /** What else the caller has asked for, newest first. */
    List<DeskPage.EarlierLine> ofEarlier(Desk desk, Desk.Case inHand, Reader reader) {
        var lists = desk.lists().stream().collect(Collectors.toMap(AgentList::id, AgentList::name));
        return inHand.earlier().stream()
                .map(request -> line(request, lists, reader))
                .toList();
    }

    /** The requests that were merged into the case in hand. */
    static List<RelatedCallback> again(Desk.Case inHand) {
        var id = inHand.callback().id();
        return inHand.related().stream()
                .filter(related -> id.equals(related.mainCallbackId()))
                .toList();
    }

    /** What was entered and not saved, newest first. */
    LeftUnsaved ofLeft(List<LeftDraft> drafts, Reader reader) {
        var lines = new ArrayList<LeftUnsaved.Line>();
        drafts.forEach(draft -> lines.add(0, line(draft, reader)));
        return new LeftUnsaved(lines);
    }

    private LeftUnsaved.Line line(LeftDraft draft, Reader reader) {
        return new LeftUnsaved.Line(
                draft,
                reader.names.getOrDefault(draft.leftBy(), draft.leftBy()),
                answers.of(draft.formData(), null, reader.formKey, reader.locale));
    }

    private DeskPage.EarlierLine line(EarlierCallback request, Map<String, String> lists, Reader reader) {
        var attributes = new LinkedHashMap<>(request.attributes());
        var recording = attributes.remove(Recordings.ATTRIBUTE);
        return new DeskPage.EarlierLine(
                request,
                lists.getOrDefault(request.listId(), request.listId()),
                attributes,
                recording != null,
                recordings.isPlayable(recording) ? "/desk/recordings/callback/" + request.callbackId() : null,
                ofCalls(request.attempts(), null, reader));
    }

    private DeskPage.AttemptLine line(Attempt attempt, boolean running, Reader reader) {
        return new DeskPage.AttemptLine(
                attempt,
                reader.names.getOrDefault(attempt.agentId(), attempt.agentId()),
                running,
                recordings.isPlayable(attempt.recordingUrl()) ? "/desk/recordings/" + attempt.id() : null,
                answers.of(attempt.formData(), attempt.form(), reader.formKey, reader.locale));
    }

    /**
     * Whom it is told to, and how.
     *
     * @param names of the agents, by id
     * @param formKey the form that calls without one of their own are read with
     */
    record Reader(Map<String, String> names, @Nullable String formKey, Locale locale) {}
}
