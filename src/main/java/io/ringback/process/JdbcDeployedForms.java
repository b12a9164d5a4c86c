package io.ringback.process;

import java.util.List;
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
                        SELECT deployment_id_, resource_name_ FROM public.act_re_camformdef
                        WHERE key_ = ? ORDER BY version_ DESC, id_ LIMIT 1""")
                .param(key)
                .query((row, number) -> new Place(row.getString("deployment_id_"), row.getString("resource_name_")))
                .optional();
    }

    List<String> keys() {
        return jdbc.sql("SELECT DISTINCT key_ FROM public.act_re_camformdef WHERE key_ IS NOT NULL ORDER BY key_")
                .query(String.class)
                .list();
    }

    record Place(String deploymentId, String resource) {}
}
