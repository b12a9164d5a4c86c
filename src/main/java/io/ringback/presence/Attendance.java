package io.ringback.presence;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Who is there, from the database: the same on every node. However many are asked for, it is one statement. */
@Service
public class Attendance {

    private final JdbcSigns signs;
    private final Clock clock;
    private final DeskProperties properties;

    Attendance(JdbcSigns signs, Clock clock, DeskProperties properties) {
        this.signs = signs;
        this.clock = clock;
        this.properties = properties;
    }

    /** Of these accounts, by id; nothing of accounts that do not exist. */
    public Map<String, PresentAgent> of(Collection<String> accountIds) {
        return accountIds.isEmpty() ? Map.of() : signs.of(accountIds, clock.instant(), properties.grace());
    }

    /** Of all who are agents, or still receive, by id. */
    public Map<String, PresentAgent> ofAll() {
        return signs.of(null, clock.instant(), properties.grace());
    }
}
