package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static io.ringback.process.EditedModels.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Servers that start with folders of models, good ones and bad ones. */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class ModelsAtStartTest {

    private static final String CASE = "callbackCase.bpmn";

    private final Path older;
    private final Path newer;
    private final String database = TestDatabase.create().url();

    ModelsAtStartTest(@TempDir Path older, @TempDir Path newer) {
        this.older = older;
        this.newer = newer;
    }

    @Test
    void aRefusedFileKeepsNothingFromStarting(CapturedOutput log) throws IOException {
        Files.writeString(older.resolve(CASE), shipped(CASE).replace("message_callbackAllocated", "message_other"));
        Files.writeString(older.resolve("copy.bpmn"), shipped("agentReception.bpmn"));

        try (var server = started(older)) {
            var centre = server.centre();
            var admin = centre.as(centre.person("ADMIN"));

            worksACase(centre);

            assertThat(admin.get("/actuator/health").json().at("/components/models/details/refused"))
                    .extracting(JsonNode::asText)
                    .containsExactly("processes/callbackCase.bpmn", "processes/copy.bpmn");
            assertThat(centre.server().get("/actuator/health/readiness").status())
                    .isEqualTo(200);
            assertThat(admin.get("/actuator/prometheus").body()).contains("ringback_models_refused 2.0");
            assertThat(centre.signedIn(centre.person("ADMIN"))
                            .get("/admin/operations")
                            .body())
                    .contains("copy.bpmn", "agentReception.bpmn (shipped)", "message_callbackAllocated");
        }
        assertThat(log.getOut().lines().filter(line -> line.contains("processes/copy.bpmn is not deployed")))
                .hasSize(1);
    }

    @Test
    void theNewestGoodVersionServesInsteadOfARefusedOne() throws IOException {
        Files.writeString(older.resolve(CASE), named("Ours"));
        started(older).close();
        Files.writeString(older.resolve(CASE), "<broken");

        try (var server = started(older)) {
            worksACase(server.centre());
            assertThat(files(server.centre(), CASE)).contains("REFUSED");
        }
        assertThat(new DeployedNames(database).newest("callbackCase")).isEqualTo("Ours");
    }

    @Test
    void nodesWithOlderFilesDoNotTakeTheNewerOnesBack(CapturedOutput log) throws IOException {
        Files.writeString(older.resolve(CASE), named("Older"));
        Files.writeString(newer.resolve(CASE), named("Newer"));
        started(older).close();
        started(newer).close();

        try (var server = started(older)) {
            assertThat(new DeployedNames(database).newest("callbackCase")).isEqualTo("Newer");
            assertThat(files(server.centre(), CASE)).contains("OLDER", newer.toString(), older.toString());
        }
        assertThat(log.getOut())
                .contains("processes/callbackCase.bpmn is not deployed: it is an older state", newer.toString());

        started(newer).close();
        assertThat(new DeployedNames(database).newest("callbackCase")).isEqualTo("Newer");
    }

    @Test
    void whoeverHasBroughtTheNewerStateCanTakeItBack() throws IOException {
        Files.writeString(older.resolve(CASE), named("First"));
        started(older).close();
        Files.writeString(older.resolve(CASE), named("Second"));
        started(older).close();
        Files.writeString(older.resolve(CASE), named("First"));

        started(older).close();

        assertThat(new DeployedNames(database).newest("callbackCase")).isEqualTo("First");
    }

    @Test
    void theShippedVersionServesAtLast() throws IOException {
        var wrong = replacing("#{registerCallbackDelegate}", "#{offerCallbackDelegate}")
                .apply(shipped(CASE));
        Files.writeString(older.resolve(CASE), wrong);

        try (var server = started(older)) {
            worksACase(server.centre());
        }
    }

    @Test
    void aFolderThatIsNotThereKeepsNothingFromStarting() {
        try (var server = started(older.resolve("nothing"))) {
            worksACase(server.centre());
        }
    }

    private RestartableServer started(Path folder) {
        return RestartableServer.startedOn(database, "--ringback.processes.folder=" + folder);
    }

    private static String named(String name) {
        return replacing("name=\"Callback case\"", "name=\"%s\"".formatted(name))
                .apply(shipped(CASE));
    }

    private static void worksACase(Centre centre) {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    private static String files(Centre centre, String file) {
        var all = centre.as(centre.person("ADMIN")).get("/api/v1/models").json().path("files");
        return List.copyOf(all.findParents("file")).stream()
                .filter(one -> one.path("file").asText().equals(file))
                .map(JsonNode::toString)
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
