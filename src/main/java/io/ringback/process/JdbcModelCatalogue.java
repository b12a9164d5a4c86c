package io.ringback.process;

import io.ringback.design.DeployedFile;
import io.ringback.design.DeployedModel;
import io.ringback.design.KindOfModel;
import io.ringback.design.ModelCatalogue;
import io.ringback.design.ModelOrigin;
import io.ringback.design.TableRule;
import io.ringback.design.WaitingElement;
import io.ringback.process.check.ModelKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of all models by the engine's tables, in one statement each. */
@Repository
class JdbcModelCatalogue implements ModelCatalogue {

    private static final String MODELS = """
            WITH model AS (
                SELECT 'PROCESS' AS kind, 1 AS place, id_, key_, name_, version_, deployment_id_, resource_name_
                FROM public.act_re_procdef
                UNION ALL
                SELECT 'DECISION', 2, id_, key_, name_, version_, deployment_id_, resource_name_
                FROM public.act_re_decision_def
                UNION ALL
                SELECT 'FORM', 3, id_, key_, NULL, version_, deployment_id_, resource_name_
                FROM public.act_re_camformdef
            ), open AS (
                SELECT proc_def_id_, count(*) AS instances FROM public.act_ru_execution
                WHERE parent_id_ IS NULL GROUP BY proc_def_id_
            )
            """;

    /** What nobody has noted has come with the server, or was there before such notes. */
    private static final String COLUMNS = """
            model.kind, model.key_, coalesce(nullif(model.name_, ''), model.key_) AS name, model.version_,
            model.resource_name_,
            CASE WHEN noted.origin IS NULL OR model.resource_name_ = ANY (noted.shipped_files) THEN 'SHIPPED'
                 ELSE noted.origin END AS origin,
            coalesce(noted.at, deployment.deploy_time_ AT TIME ZONE 'UTC') AS at, noted.deployed_by, noted.reason
            """;

    private static final String TABLES = """
            FROM model
            LEFT JOIN public.act_re_deployment deployment ON deployment.id_ = model.deployment_id_
            LEFT JOIN ringback.model_deployment noted ON noted.deployment_id = model.deployment_id_
            LEFT JOIN open ON open.proc_def_id_ = model.id_
            """;

    private final JdbcClient jdbc;
    private final JdbcModelVersions versions;
    private final JdbcDeployments deployments;
    private final ElementCounts counts;
    private final DecisionRules rules;

    JdbcModelCatalogue(
            JdbcClient jdbc,
            JdbcModelVersions versions,
            JdbcDeployments deployments,
            ElementCounts counts,
            DecisionRules rules) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.deployments = deployments;
        this.counts = counts;
        this.rules = rules;
    }

    @Override
    public List<DeployedModel> newest() {
        return jdbc.sql(MODELS + "SELECT DISTINCT ON (model.place, model.key_)" + COLUMNS + """
                        , coalesce(sum(open.instances) OVER (PARTITION BY model.place, model.key_), 0) AS running
                        """ + TABLES
                        + "ORDER BY model.place, model.key_, model.version_ DESC")
                .query(JdbcModelCatalogue::model)
                .list();
    }

    @Override
    public List<DeployedModel> withOpenInstances() {
        return jdbc.sql(MODELS + "SELECT " + COLUMNS + ", open.instances AS running " + TABLES + """
                        WHERE open.instances > 0 ORDER BY model.key_, model.version_ DESC""")
                .query(JdbcModelCatalogue::model)
                .list();
    }

    /** A key that is that of a process and of a decision or form, too, means the process. */
    @Override
    public List<DeployedModel> versions(String key) {
        var found = jdbc.sql(MODELS + "SELECT " + COLUMNS + ", coalesce(open.instances, 0) AS running " + TABLES + """
                        WHERE model.key_ = ? ORDER BY model.place, model.version_ DESC, model.id_""")
                .param(key)
                .query(JdbcModelCatalogue::model)
                .list();
        return found.stream()
                .filter(model -> model.kind() == found.get(0).kind())
                .toList();
    }

    @Override
    public Optional<DeployedFile> file(String key, int version) {
        return versions.find(key, version)
                .flatMap(found -> deployments
                        .content(found.deploymentId(), found.file())
                        .map(content -> new DeployedFile(found.kind(), ModelKind.fileName(found.file()), content)));
    }

    @Override
    public Optional<List<WaitingElement>> elements(String key, int version) {
        return versions.find(key, version)
                .map(found -> found.kind() == KindOfModel.PROCESS
                        ? counts.of(found.definitionId(), key, found.deploymentId(), found.file())
                        : List.of());
    }

    @Override
    public List<TableRule> rules(String key, int version) {
        return versions.find(key, version)
                .filter(found -> found.kind() == KindOfModel.DECISION)
                .map(rules::of)
                .orElse(List.of());
    }

    private static DeployedModel model(ResultSet row, int number) throws SQLException {
        return new DeployedModel(
                row.getString("key_"),
                KindOfModel.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("version_"),
                ModelKind.fileName(row.getString("resource_name_")),
                ModelOrigin.valueOf(row.getString("origin")),
                row.getTimestamp("at").toInstant(),
                row.getString("deployed_by"),
                row.getString("reason"),
                row.getLong("running"));
    }
}
