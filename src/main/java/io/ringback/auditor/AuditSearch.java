package io.ringback.auditor;

import io.ringback.account.Accounts;
import io.ringback.auditor.JdbcAuditSearch.Found;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackTimes;
import io.ringback.callback.Callbacks;
import io.ringback.callback.Sought;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.NumberFault;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PageCursors;
import io.ringback.platform.problem.InvalidField;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds callbacks by whatever is known of them, newest first. */
@Service
public class AuditSearch {

    static final int DEFAULT_LIMIT = 50;
    private static final int FEWEST_DIGITS = 3;
    private static final int ON_A_PAGE_OF_A_FILE = 500;

    private final JdbcAuditSearch search;
    private final Callbacks callbacks;
    private final Lists lists;
    private final Accounts accounts;
    private final Transactions transactions;

    AuditSearch(
            JdbcAuditSearch search, Callbacks callbacks, Lists lists, Accounts accounts, Transactions transactions) {
        this.search = search;
        this.callbacks = callbacks;
        this.lists = lists;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /**
     * A page of callbacks.
     *
     * @param next the {@code after} of the page that follows; null on the last one
     */
    public record Page(List<Callback> items, @Nullable UUID next) {}

    /**
     * @throws InvalidField for what cannot be looked for, and an {@code after} that no page of this search can have ended with
     */
    public Page find(AuditSearchRequest request) {
        var limit = Objects.requireNonNullElse(request.limit(), DEFAULT_LIMIT);
        return transactions.run(() -> {
            var criteria = criteria(request);
            var found = search.page(criteria, after(criteria, request.after()), limit + 1);
            var shown = found.stream().limit(limit).map(Found::id).toList();
            return new Page(callbacks.all(shown), found.size() > limit ? shown.get(limit - 1) : null);
        });
    }

    /** @throws InvalidField as when it is looked for */
    void check(AuditSearchRequest request) {
        transactions.run(() -> Optional.ofNullable(after(criteria(request), request.after())));
    }

    /** Everything that is found, page by page; so however much it is, little of it is here at once. */
    void each(AuditSearchRequest request, Taker taker) throws IOException {
        var after = request.after();
        do {
            var page = find(request.page(after, ON_A_PAGE_OF_A_FILE));
            for (var callback : page.items()) {
                taker.take(callback);
            }
            after = page.next();
        } while (after != null);
    }

    /** Takes one after the other. */
    @FunctionalInterface
    interface Taker {
        void take(Callback callback) throws IOException;
    }

    private @Nullable Found after(AuditCriteria criteria, @Nullable UUID after) {
        if (after == null) {
            return null;
        }
        var last = callbacks.find(after).orElseThrow(PageCursors::notOfThisList);
        var before = criteria.to() != null && !last.createdAt().isBefore(criteria.to())
                || criteria.from() != null && last.createdAt().isBefore(criteria.from());
        if (before) {
            throw PageCursors.notOfThisList();
        }
        return new Found(last.id(), last.createdAt());
    }

    private AuditCriteria criteria(AuditSearchRequest request) {
        var numbers = numbers(request);
        var digits = request.phoneNumber() == null ? null : digits(request.phoneNumber());
        var known = !numbers.isEmpty() && search.isKnown(numbers);
        if (request.phoneNumber() != null && numbers.isEmpty() && digits == null) {
            throw NumberFault.IMPOSSIBLE_NUMBER.refusal();
        }
        return new AuditCriteria(
                known || digits == null ? numbers : Set.of(),
                known ? null : digits,
                request.callbackId(),
                request.externalId(),
                request.agentId(),
                request.listId(),
                CallbackTimes.checked("from", request.from()),
                CallbackTimes.checked("to", request.to()),
                request.status(),
                request.outcome(),
                version(request.processVersion()),
                looker(request.lookedAtBy()));
    }

    private @Nullable String looker(@Nullable String id) {
        if (id != null && accounts.find(id).isEmpty()) {
            throw new InvalidField("lookedAtBy", "must be the id of an account");
        }
        return id;
    }

    private Set<String> numbers(AuditSearchRequest request) {
        var written = request.phoneNumber();
        if (written == null) {
            return Set.of();
        }
        var regions = lists.all().stream()
                .filter(list -> request.listId() == null || list.id().equals(request.listId()))
                .map(CallbackList::region)
                .collect(Collectors.toSet());
        try {
            return PhoneNumbers.lookedFor(written, regions);
        } catch (InvalidField refused) {
            return Set.of();
        }
    }

    /** A part of a number; null for what is none, or is in too many of them. */
    private static @Nullable String digits(String written) {
        var words = Sought.read(written, word -> List.of()).words();
        var digits = words.size() == 1 ? words.get(0).digits() : null;
        return digits == null || digits.length() < FEWEST_DIGITS ? null : digits;
    }

    private static @Nullable String version(@Nullable String written) {
        if (written != null && !written.matches("([A-Za-z_][\\w.-]{0,99}:)?[1-9][0-9]{0,8}")) {
            throw new InvalidField(
                    "processVersion", "must be the number of a version, or key and number such as callbackCase:3");
        }
        return written;
    }
}
