package io.ringback.office.auditor;

import io.ringback.account.Accounts;
import io.ringback.auditor.AuditSearch;
import io.ringback.callback.Attempts;
import io.ringback.callback.Callback;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.InvalidField;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What auditors have found, as they read it. */
@Service
class SearchPages {

    private final AuditSearch search;
    private final Attempts attempts;
    private final Lists lists;
    private final Accounts accounts;

    SearchPages(AuditSearch search, Attempts attempts, Lists lists, Accounts accounts) {
        this.search = search;
        this.attempts = attempts;
        this.lists = lists;
        this.accounts = accounts;
    }

    /**
     * A page of what was found.
     *
     * @param next the last of them, when more follow
     * @param refused the field in which there is what cannot be looked for; null when all of it can
     */
    record Found(
            List<Line> lines, @Nullable UUID next, @Nullable String refused) {}

    /**
     * One callback.
     *
     * @param listName the id, where the list is archived
     * @param agentName of whoever has it, or has called last
     * @param zone of its list
     */
    record Line(
            Callback callback, String listName, @Nullable String agentName, ZoneId zone) {

        /** When it was requested, where its list is. */
        public String requested(Locale locale) {
            return ZonedTimes.written(callback.createdAt(), zone, locale);
        }

        /** As people read it; null when it is forgotten. */
        public @Nullable String number() {
            var number = callback.request().phoneNumber();
            return number == null ? null : PhoneNumbers.readable(number);
        }
    }

    Found find(SearchForm form) {
        try {
            var page = search.find(form.request());
            return new Found(lines(page.items()), page.next(), null);
        } catch (InvalidField refused) {
            return new Found(List.of(), null, refused.errors().get(0).field());
        }
    }

    private List<Line> lines(List<Callback> found) {
        var all = lists.all().stream().collect(Collectors.toMap(CallbackList::id, Function.identity()));
        var last = attempts.lastAgents(found.stream().map(Callback::id).toList());
        var names = accounts.names(found.stream()
                .map(callback -> agentOf(callback, last))
                .filter(Objects::nonNull)
                .toList());
        return found.stream()
                .map(callback -> {
                    var list = all.get(callback.listId());
                    var agent = agentOf(callback, last);
                    return new Line(
                            callback,
                            list == null ? callback.listId() : list.name(),
                            agent == null ? null : names.getOrDefault(agent, agent),
                            list == null ? ZoneOffset.UTC : list.zone());
                })
                .toList();
    }

    private static @Nullable String agentOf(Callback callback, Map<UUID, String> last) {
        var holding = callback.holding();
        return holding == null ? last.get(callback.id()) : holding.agentId();
    }
}
