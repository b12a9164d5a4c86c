package io.ringback.stream;

import io.ringback.account.CallerRights;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.problem.TooManyOpen;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The answers that stay open on this node. Whoever wants one more than the {@link StreamLimits} allow is refused. */
@Component
public class OpenAnswers {

    private final StreamLimits limits;
    private final CallerRights rights;
    private final Map<String, Set<OpenAnswer>> byAccount = new HashMap<>();
    private final Map<StreamKind, Integer> totals = new EnumMap<>(StreamKind.class);

    OpenAnswers(StreamLimits limits, CallerRights rights) {
        this.limits = limits;
        this.rights = rights;
    }

    /**
     * A place for an answer to this request; to be closed. It is among the open ones before its right is read, so that a
     * change of the right is seen by one of the two.
     *
     * @throws TooManyOpen when the account, or everybody together, has as many as may be
     * @throws Forbidden when the right is gone since the caller has been let in
     */
    public OpenAnswer open(StreamKind kind, Principal caller, HttpServletRequest request) {
        var answer = new OpenAnswer(kind, caller.getName(), this::remove);
        add(answer);
        try {
            answer.holds(rights.of(caller, request)
                    .orElseThrow(() -> new Forbidden("The session has ended, or the account was changed.")));
            answer.checkAt(System.nanoTime());
            return answer;
        } catch (RuntimeException | Error refusal) {
            answer.close();
            throw refusal;
        }
    }

    /** All that are open now. */
    synchronized List<OpenAnswer> all() {
        return byAccount.values().stream().flatMap(Collection::stream).toList();
    }

    synchronized List<OpenAnswer> of(String accountId) {
        return new ArrayList<>(byAccount.getOrDefault(accountId, Set.of()));
    }

    private synchronized void add(OpenAnswer answer) {
        var kind = answer.kind();
        var ofAccount = byAccount.getOrDefault(answer.accountId(), Set.of());
        if (ofAccount.stream().filter(open -> open.kind() == kind).count() >= limits.perAccount(kind)) {
            throw TooManyOpen.ofAccount(
                    "Your account has as many %s open as it may have (%s). Close one, or wait."
                            .formatted(kind.words(), limits.perAccount(kind)),
                    kind.retryAfter());
        }
        if (totals.getOrDefault(kind, 0) >= limits.total(kind)) {
            throw TooManyOpen.ofEverybody(
                    "The server has as many %s open as it may have. Try again later.".formatted(kind.words()),
                    kind.retryAfter());
        }
        totals.merge(kind, 1, Integer::sum);
        byAccount.computeIfAbsent(answer.accountId(), id -> new HashSet<>()).add(answer);
    }

    private synchronized void remove(OpenAnswer answer) {
        var ofAccount = byAccount.get(answer.accountId());
        if (ofAccount != null && ofAccount.remove(answer)) {
            totals.merge(answer.kind(), -1, Integer::sum);
            if (ofAccount.isEmpty()) {
                byAccount.remove(answer.accountId());
            }
        }
    }
}
