package io.ringback.allocation;

import io.ringback.callback.AllocationFacts.Ahead;
import io.ringback.callback.AllocationFacts.Why;
import io.ringback.callback.JdbcCallbackRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads what {@code ringback.allocation_seen} tells beside the callback that was locked. */
@Component
class JdbcSeen implements RowMapper<Seen> {

    private final JdbcCallbackRow row;

    JdbcSeen(JdbcCallbackRow row) {
        this.row = row;
    }

    @Override
    public Seen mapRow(ResultSet found, int number) throws SQLException {
        var callback = row.mapRow(found, number);
        var idleSince = found.getTimestamp("idle_since");
        return new Seen(
                callback,
                texts(found, "lists"),
                found.getInt("joined"),
                found.getInt("eligible"),
                whys(texts(found, "skipped")),
                whys(texts(found, "earlier")).entrySet().stream()
                        .map(each -> new Ahead(each.getKey(), each.getValue()))
                        .toList(),
                found.getInt("waiting"),
                found.getInt("waiting_longer"),
                idleSince == null ? null : idleSince.toInstant(),
                found.getBoolean("called"));
    }

    /** Each is an id and a reason. */
    private static Map<UUID, Why> whys(List<String> written) {
        var whys = new LinkedHashMap<UUID, Why>();
        written.forEach(each -> {
            var parts = each.split(" ", 2);
            whys.put(UUID.fromString(parts[0]), Why.valueOf(parts[1]));
        });
        return whys;
    }

    private static List<String> texts(ResultSet found, String column) throws SQLException {
        var array = Optional.ofNullable(found.getArray(column));
        return array.isEmpty()
                ? List.of()
                : Arrays.asList((String[]) array.get().getArray());
    }
}
