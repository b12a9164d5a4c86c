package io.ringback.process;

import io.ringback.form.FormVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the deployed forms are, by the engine's table of them: its API gives a form only together with a task. */
@Repository
class JdbcDeployedForms {

    private final JdbcClient jdbc;

    JdbcDeployedForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest version of a form. */
    Optional<Place> latest(String key) {
        return jdbc.sql("""
                        SELECT deployment_id_, resource_name_, version_ FROM public.act_re_camformdef
                        WHERE key_ = ? ORDER BY version_ DESC, id_ LIMIT 1""").param(key).query(JdbcDeployedForms::place).optional();
    }

    /** A form as it was at some time. */
    Optional<Place> of(FormVersion version) {
        return jdbc.sql("""
                        SELECT deployment_id_, resource_name_, version_ FROM public.act_re_camformdef
                        WHERE key_ = ? AND version_ = ? ORDER BY id_ LIMIT 1""")
                .params(version.key(), version.version())
                .query(JdbcDeployedForms::place)
                .optional();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(row.getString("deployment_id_"), row.getString("resource_name_"), row.getInt("version_"));
    }

    record Place(String deploymentId, String resource, int version) {}
}
