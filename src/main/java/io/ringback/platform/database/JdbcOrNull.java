package io.ringback.platform.database;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Parameters of statements that may be null, with their type. A null without one is another type than the value of last time
 * to the driver, which then has the database parse and plan the statement anew. Times need none: they never have a type.
 */
public final class JdbcOrNull {

    private static final SqlParameterValue NO_TEXT = new SqlParameterValue(Types.VARCHAR, null);
    private static final SqlParameterValue NO_UUID = new SqlParameterValue(Types.OTHER, "uuid", null);

    private JdbcOrNull() {}

    public static Object text(@Nullable String value) {
        return value == null ? NO_TEXT : value;
    }

    public static Object uuid(@Nullable UUID value) {
        return value == null ? NO_UUID : value;
    }
}
