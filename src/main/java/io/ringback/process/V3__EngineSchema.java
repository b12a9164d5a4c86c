package io.ringback.process;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's tables in {@code public} by the scripts the engine itself ships, under the migrations' lock, so
 * that several nodes can start on an empty database at once.
 */
@Component
class V3__EngineSchema extends BaseJavaMigration {

    private static final String SCRIPTS = "org/operaton/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("SET LOCAL search_path TO public");
        }
        for (var part : PARTS) {
            ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(SCRIPTS.formatted(part)));
        }
    }
}
