package io.ringback.exchange;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.AUDITOR;
import static io.ringback.account.Role.SUPERVISOR;

import io.ringback.account.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can be taken out as a file. */
enum ExportTable {
    CALLBACKS(
            "callbacks",
            Set.of("listId", "status", "setAside", "open", "overdue", "from", "to", "answer"),
            SUPERVISOR,
            AUDITOR),
    ATTEMPTS("attempts", Set.of("listId", "from", "to"), SUPERVISOR, AUDITOR),
    AUDIT("audit", Set.of("listId", "from", "to"), SUPERVISOR, AUDITOR),
    LISTS("lists", Set.of(), SUPERVISOR, AUDITOR, ADMIN),
    LIST_AGENTS("list-agents", Set.of("listId"), SUPERVISOR, AUDITOR, ADMIN),
    AGENTS("agents", Set.of(), SUPERVISOR, AUDITOR),
    ABSENCES("absences", Set.of("from", "to"), SUPERVISOR, AUDITOR),
    TIME_AWAY("time-away", Set.of("from", "to"), SUPERVISOR, AUDITOR),
    ACCOUNTS("accounts", Set.of(), ADMIN),
    ACCOUNT_EVENTS("account-events", Set.of(), ADMIN);

    private final String file;
    private final Set<String> filters;
    private final Set<Role> roles;

    ExportTable(String file, Set<String> filters, Role... roles) {
        this.file = file;
        this.filters = filters;
        this.roles = Set.of(roles);
    }

    /** The name of its file, without the ending. */
    String file() {
        return file;
    }

    /** What it can be narrowed by. */
    Set<String> filters() {
        return filters;
    }

    /** Whether it tells how calls were classified. */
    boolean hasAnswers() {
        return this == CALLBACKS || this == ATTEMPTS;
    }

    /** Who may have it; any of them suffices. */
    Set<Role> roles() {
        return roles;
    }

    static Optional<ExportTable> of(String file) {
        return Arrays.stream(values()).filter(table -> table.file.equals(file)).findFirst();
    }
}
