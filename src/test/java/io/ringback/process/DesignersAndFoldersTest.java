package io.ringback.process;

import static io.ringback.design.DesignerAtWork.CASE;
import static io.ringback.design.DesignerAtWork.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.design.DesignerAtWork;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What designers have deployed and what lies in the folders of a server that is started anew. */
@Tag("server")
class DesignersAndFoldersTest {

    private final String database = TestDatabase.create().url();
    private final DeployedNames names = new DeployedNames(database);

    @Test
    void whatADesignerHasDeployedOutlivesARestart(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(CASE), named("Of the folder"));
        try (var server = started(folder)) {
            assertThat(DesignerAtWork.in(server.centre())
                            .deploy(CASE, named("Of a designer"))
                            .status())
                    .isEqualTo(201);
        }

        try (var server = started(folder)) {
            assertThat(names.newest("callbackCase")).isEqualTo("Of a designer");
            assertThat(server.centre()
                            .as(server.centre().person("ADMIN"))
                            .get("/api/v1/models")
                            .body())
                    .contains("OLDER", "designer ");
        }
    }

    @Test
    void aFileThatIsChangedSinceIsNewer(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(CASE), named("Of the folder"));
        try (var server = started(folder)) {
            DesignerAtWork.in(server.centre()).deploy(CASE, named("Of a designer"));
        }
        Files.writeString(folder.resolve(CASE), named("Changed in the folder"));

        started(folder).close();

        assertThat(names.newest("callbackCase")).isEqualTo("Changed in the folder");
        try (var server = started(folder)) {
            assertThat(names.newest("callbackCase")).isEqualTo("Changed in the folder");
            DesignerAtWork.in(server.centre()).deploy(CASE, named("Of a designer"));
        }
        started(folder).close();
        assertThat(names.newest("callbackCase")).isEqualTo("Of a designer");
    }

    @Test
    void onlyWhatHasChangedInAFolderIsANewVersion(@TempDir Path folder) throws IOException {
        started(folder).close();
        Files.writeString(folder.resolve(CASE), named("Changed"));

        try (var server = started(folder)) {
            assertThat(DesignerAtWork.version(
                            DesignerAtWork.in(server.centre())
                                    .deploy("agentReception.bpmn", DesignerAtWork.shipped("agentReception.bpmn")),
                            "agentReception"))
                    .isEqualTo(1);
        }
    }

    private RestartableServer started(Path folder) {
        return RestartableServer.startedOn(database, "--ringback.processes.folder=" + folder);
    }
}
