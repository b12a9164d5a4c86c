package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A statement of the server ends when its node has let go of it, and one of a migration takes as long as it takes. */
@RingbackTest
@Import(MigrationLimitsTest.Look.class)
class MigrationLimitsTest {

    @Autowired
    private Look look;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void onlyMigrationsHaveNoLimit() {
        assertThat(look.limit).isEqualTo("0");
        assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single())
                .isEqualTo("30s");
    }

    static class Look extends BaseCallback {

        private @Nullable String limit;

        @Override
        public boolean supports(Event event, @Nullable Context context) {
            return event == Event.BEFORE_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            try (var statement = context.getConnection().createStatement();
                    var answer = statement.executeQuery("SHOW statement_timeout")) {
                answer.next();
                limit = answer.getString(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
