package io.ringback.office.design;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import io.ringback.support.WebSession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of deployed models as they come from the server; and that many versions cost no more statements than few. */
@RingbackTest
@Import(StatementLog.class)
class DesignPagesTest {

    private static final String KEY = "manyVersions";
    private static final String VERSION = "/design/" + KEY + "/versions/3";

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StatementLog statements;

    private WebSession designer;
    private WebSession auditor;
    private String dee;

    @BeforeEach
    void fiveVersions() {
        dee = centre.named(centre.person("DESIGNER"), "Dee Diesel");
        designer = centre.signedIn(dee);
        auditor = centre.signedIn(centre.person("AUDITOR"));
        deploy(1, 5);
    }

    @AfterEach
    void takeThemAway() {
        for (var table : List.of("act_re_procdef", "act_ge_bytearray", "act_re_deployment")) {
            jdbc.sql("DELETE FROM public.%s WHERE id_ LIKE 'many-%%'".formatted(table))
                    .update();
        }
        jdbc.sql("DELETE FROM ringback.model_deployment WHERE deployment_id LIKE 'many-%'")
                .update();
    }

    @Test
    void theListTellsWhoDeployedWhatAndWhy() {
        assertThat(page(designer, "/design?q=" + KEY))
                .contains(
                        "Many versions", "by Dee Diesel", "for the summer", "href=\"/design/manyVersions/versions/5\"")
                .doesNotContain("retryPolicy.dmn");
        assertThat(page(designer, "/design?kind=FORM"))
                .contains("callClassification.form")
                .doesNotContain("callbackCase.bpmn");
        assertThat(page(designer, "/design?q=%3Cscript%3E")).contains("Nothing matches");
    }

    @Test
    void designersArriveHere() {
        assertThat(designer.page("/").header("Location")).endsWith("/design");
        assertThat(page(auditor, "/design")).contains("aria-current=\"page\"");
    }

    @Test
    void onlyDesignersAreOfferedWhatChangesSomething() {
        assertThat(page(designer, VERSION))
                .contains(
                        "id=\"edit\"",
                        "/design/manyVersions/migrate?from=3",
                        "/api/v1/processes/manyVersions/versions/3/restore");
        assertThat(page(auditor, VERSION))
                .contains("id=\"viewer\"", "/api/v1/processes/manyVersions/versions/3/xml", "by Dee Diesel")
                .doesNotContain("id=\"edit\"", "/migrate", "/restore");
        assertThat(page(designer, "/design/manyVersions/versions/5")).doesNotContain("/restore");
    }

    @Test
    void twoVersionsAreChosenByTheAddressOrAreTheLastTwo() {
        assertThat(page(auditor, "/design/manyVersions/compare"))
                .containsSubsequence("/versions/4/xml", "/versions/5/xml");
        assertThat(page(auditor, "/design/manyVersions/compare?from=2&to=3"))
                .containsSubsequence("/versions/2/xml", "/versions/3/xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/design/nothing/versions/1",
                "/design/nothing/compare",
                "/design/manyVersions/versions/77",
                "/design/manyVersions/compare?from=77",
                "/design/manyVersions/compare?to=77",
                "/design/manyVersions/compare?to=draft:77",
                "/design/manyVersions/compare?to=draft:00000000-0000-0000-0000-000000000000"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(designer.page(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/design",
                "/design/manyVersions/versions/3",
                "/design/manyVersions/compare",
                "/api/v1/processes",
                "/api/v1/processes/manyVersions/versions"
            })
    void aThousandVersionsTakeNoMoreStatementsThanFive(String path) {
        designer.get(path);
        var few = statements.during(() -> designer.get(path));
        deploy(6, 1_000);

        assertThat(statements.during(() -> designer.get(path))).hasSameSizeAs(few);
    }

    private static String page(WebSession who, String path) {
        var answer = who.page(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private void deploy(int from, int to) {
        jdbc.sql("""
                        INSERT INTO public.act_re_deployment (id_, name_, deploy_time_)
                        SELECT 'many-' || n, 'many', now() FROM generate_series(:from, :to) n""").param("from", from).param("to", to).update();
        jdbc.sql("""
                        INSERT INTO public.act_ge_bytearray (id_, rev_, name_, deployment_id_, bytes_)
                        SELECT 'many-' || n, 1, 'many.bpmn', 'many-' || n, :content FROM generate_series(:from, :to) n""")
                .param("content", process().getBytes(UTF_8))
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                        INSERT INTO public.act_re_procdef
                            (id_, rev_, name_, key_, version_, deployment_id_, resource_name_, suspension_state_)
                        SELECT 'many-' || n, 1, 'Many versions', :key, n, 'many-' || n, 'many.bpmn', 1
                        FROM generate_series(:from, :to) n""").param("key", KEY).param("from", from).param("to", to).update();
        jdbc.sql("""
                        INSERT INTO ringback.model_deployment (deployment_id, origin, deployed_by, reason, at)
                        SELECT 'many-' || n, 'DESIGNER', :by, 'for the summer', now() FROM generate_series(:from, :to) n""").param("by", dee).param("from", from).param("to", to).update();
    }

    private static String process() {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <process id="%s" isExecutable="true"><startEvent id="start"/></process>
                </definitions>""".formatted(KEY);
    }
}
