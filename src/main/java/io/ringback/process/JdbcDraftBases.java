package io.ringback.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringback.design.DraftBases;
import io.ringback.design.DraftKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deployed models by the engine's tables, as their designers have written them. */
@Repository
class JdbcDraftBases implements DraftBases {

    /** What was deployed of each kind. A file that the engine had to be given differently lies beside its copy. */
    private static final String DEPLOYED = """
            (SELECT key_, version_, deployment_id_, resource_name_ FROM public.act_re_procdef
             UNION ALL
             SELECT key_, version_, deployment_id_, resource_name_ FROM public.act_re_decision_def
             UNION ALL
             SELECT key_, version_, deployment_id_, resource_name_ FROM public.act_re_camformdef) AS deployed""";

    private final JdbcClient jdbc;
    private final JdbcDeployments deployments;

    JdbcDraftBases(JdbcClient jdbc, JdbcDeployments deployments) {
        this.jdbc = jdbc;
        this.deployments = deployments;
    }

    private record Place(String deploymentId, String file) {}

    @Override
    public Optional<Base> find(String key, int version) {
        return jdbc.sql("SELECT * FROM " + DEPLOYED + " WHERE key_ = ? AND version_ = ? ORDER BY resource_name_ LIMIT 1")
                .params(key, version)
                .query((row, number) ->
                        new Place(row.getString("deployment_id_"), row.getString("resource_name_")))
                .optional()
                .flatMap(place -> deployments
                        .content(place.deploymentId(), place.file())
                        .map(content -> new Base(name(place.file()), text(content))));
    }

    @Override
    public Map<String, Integer> newest(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        record Newest(String key, int version) {}
        return jdbc.sql("SELECT key_ AS key, max(version_) AS version FROM " + DEPLOYED
                        + " WHERE key_ = ANY (?) GROUP BY key_")
                .param(keys.toArray(String[]::new))
                .query(Newest.class)
                .list()
                .stream()
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

    private static String name(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }
}
