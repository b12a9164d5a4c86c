package io.ringback.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.account.Accounts;
import io.ringback.account.Role;
import io.ringback.callback.Attempt;
import io.ringback.callback.Draft;
import io.ringback.list.ListAccess;
import io.ringback.list.ListAgent;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.presence.AwayReason;
import io.ringback.presence.AwayReasons;
import io.ringback.recording.Recordings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what the pages of the desk show. */
@Service
class DeskPages {

    private final Accounts accounts;
    private final Lists lists;
    private final ListAccess access;
    private final Recordings recordings;
    private final AwayReasons reasons;
    private final StoryLines story;
    private final ObjectMapper json;

    DeskPages(
            Accounts accounts,
            Lists lists,
            ListAccess access,
            Recordings recordings,
            AwayReasons reasons,
            StoryLines story,
            ObjectMapper json) {
        this.accounts = accounts;
        this.lists = lists;
        this.access = access;
        this.recordings = recordings;
        this.reasons = reasons;
        this.story = story;
        this.json = json;
    }

    /**
     * @param opened lists whose users are shown; those that are not the agent's are passed over
     * @param roles of the agent
     * @param locale in whose language the classification of calls is told
     */
    DeskPage of(Desk desk, Collection<String> opened, boolean caseElsewhere, Set<Role> roles, Locale locale) {
        var agentId = desk.agentId();
        var inHand = desk.inHand();
        var stopped = desk.stopped();
        var all = reasons.all();
        var names = accounts.names(people(agentId, inHand));
        return new DeskPage(
                desk,
                names.getOrDefault(agentId, agentId),
                stopped == null || stopped.limit() == null ? null : DurationText.of(stopped.limit()),
                users(desk, opened),
                all.stream().filter(reason -> !reason.archived()).toList(),
                all.stream().collect(Collectors.toMap(AwayReason::id, reason -> reason.in(locale))),
                caseElsewhere,
                roles.contains(Role.SUPERVISOR),
                roles.contains(Role.SUPERVISOR) || roles.contains(Role.ADMIN),
                inHand == null ? null : window(desk, inHand, names, locale));
    }

    private static Set<String> people(String agentId, Desk.@Nullable Case inHand) {
        var ids = new TreeSet<>(Set.of(agentId));
        if (inHand != null) {
            inHand.attempts().forEach(attempt -> ids.add(attempt.agentId()));
            inHand.earlier().forEach(earlier -> earlier.attempts().forEach(attempt -> ids.add(attempt.agentId())));
            inHand.leftUnsaved().forEach(draft -> ids.add(draft.leftBy()));
        }
        return ids;
    }

    private Map<String, List<ListAgent>> users(Desk desk, Collection<String> opened) {
        var users = new TreeMap<String, List<ListAgent>>();
        for (var list : desk.lists()) {
            if (opened.contains(list.id())) {
                users.put(list.id(), access.agentsOf(list.id()));
            }
        }
        return users;
    }

    private DeskPage.CaseWindow window(Desk desk, Desk.Case inHand, Map<String, String> names, Locale locale) {
        var callback = inHand.callback();
        var list = lists.seen(callback.listId());
        var attributes = new LinkedHashMap<>(callback.attributes());
        var running = lastCall(inHand, attempt -> attempt.endedAt() == null);
        var recording = attributes.remove(Recordings.ATTRIBUTE);
        var reader = new StoryLines.Reader(names, inHand.formKey(), locale);
        return new DeskPage.CaseWindow(
                inHand,
                list.name(),
                PhoneNumbers.readable(Objects.requireNonNull(callback.phoneNumber())), // a forgotten one is in no hands
                attributes,
                recording != null,
                recordings.isPlayable(recording) ? "/desk/recordings/callback/" + callback.id() : null,
                running,
                callSince(inHand, running),
                DurationText.of(inHand.moreTime().by()),
                inHand.callAskedAt() == null ? null : lastCall(inHand, attempt -> true),
                story.ofCalls(inHand.attempts(), running, reader),
                story.ofEarlier(desk, inHand, reader),
                StoryLines.again(inHand),
                delays(desk, inHand),
                formData(inHand.draft()),
                story.ofLeft(inHand.leftUnsaved(), reader),
                list.policy().shortestRetry(),
                list.policy().saveWithoutCall());
    }

    private static @Nullable UUID lastCall(Desk.Case inHand, Predicate<Attempt> which) {
        return inHand.attempts().stream()
                .filter(attempt -> attempt.allocationId().equals(inHand.allocationId()))
                .filter(which)
                .map(Attempt::id)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static @Nullable Instant callSince(Desk.Case inHand, @Nullable UUID running) {
        return inHand.attempts().stream()
                .filter(attempt -> attempt.id().equals(running))
                .map(Attempt::at)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Duration> delays(Desk desk, Desk.Case inHand) {
        var delays = new TreeMap<String, Duration>();
        inHand.suggestedRetryAt().forEach((callStatus, at) -> {
            if (at != null) {
                delays.put(callStatus.name(), Duration.between(desk.serverTime(), at));
            }
        });
        return delays;
    }

    private @Nullable String formData(@Nullable Draft draft) {
        try {
            return draft == null || draft.formData() == null ? null : json.writeValueAsString(draft.formData());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A draft was read from JSON and cannot be written as such", e);
        }
    }
}
