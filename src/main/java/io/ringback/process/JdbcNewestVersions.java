package io.ringback.process;

import io.ringback.design.DraftKind;
import io.ringback.design.NewestVersions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest versions of the deployed models by the engine's tables. */
@Repository
class JdbcNewestVersions implements NewestVersions {

    private final JdbcClient jdbc;

    JdbcNewestVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> newest(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        record Newest(String key, int version) {}
        return jdbc.sql("""
                        SELECT key_ AS key, max(version_) AS version
                        FROM (SELECT key_, version_ FROM public.act_re_procdef
                              UNION ALL SELECT key_, version_ FROM public.act_re_decision_def
                              UNION ALL SELECT key_, version_ FROM public.act_re_camformdef) AS deployed
                        WHERE key_ IN (:keys) GROUP BY key_""").param("keys", keys).query(Newest.class).list().stream()
                .collect(Collectors.toMap(Newest::key, Newest::version));
    }

    /** The ids of all that was ever deployed of a kind, in order. */
    List<String> keys(DraftKind kind) {
        var table =
                switch (kind) {
                    case PROCESS -> "act_re_procdef";
                    case DECISION -> "act_re_decision_def";
                    case FORM -> "act_re_camformdef";
                };
        return jdbc.sql("SELECT DISTINCT key_ FROM public." + table + " WHERE key_ IS NOT NULL ORDER BY key_")
                .query(String.class)
                .list();
    }
}
