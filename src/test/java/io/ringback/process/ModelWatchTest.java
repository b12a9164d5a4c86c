package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static io.ringback.process.EditedModels.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.Centre;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Models are changed while the server runs, as in {@code mvn spring-boot:run}. */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class ModelWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CASE = "callbackCase.bpmn";
    private static final String FORM = "callClassification.form";

    private final String database = TestDatabase.create().url();
    private final DeployedNames names = new DeployedNames(database);
    private final Path processes;
    private final Path forms;
    private RestartableServer server;

    ModelWatchTest(@TempDir Path processes, @TempDir Path forms) {
        this.processes = processes;
        this.forms = forms;
    }

    @BeforeEach
    void start() throws IOException {
        Files.writeString(processes.resolve(CASE), shipped(CASE));
        server = RestartableServer.startedOn(
                database,
                "--ringback.processes.watch=true",
                "--ringback.processes.folder=" + processes,
                "--ringback.forms.folder=" + forms);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aChangedProcessServesWithoutARestartAndCanBePutBack() throws IOException {
        Files.writeString(processes.resolve(CASE), named("Drawn anew"));
        await().atMost(PATIENCE).until(() -> names.newest("callbackCase").equals("Drawn anew"));

        Files.writeString(processes.resolve(CASE), shipped(CASE));
        await().atMost(PATIENCE).until(() -> names.newest("callbackCase").equals("Callback case"));

        var centre = server.centre();
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void aWrongOneIsToldInALineForEachFindingAndTheGoodOneServes(CapturedOutput log) throws IOException {
        var wrong = named("Wrong")
                .replace("#{registerCallbackDelegate}", "#{nobodyDelegate}")
                .replace("message_callbackAllocated", "message_other");
        Files.writeString(processes.resolve(CASE), wrong);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(refusals(log))
                        .hasSizeGreaterThan(1)
                        .allSatisfy(line -> assertThat(line).doesNotContain("; task_")));
        assertThat(refusals(log)).anySatisfy(line -> assertThat(line).contains("nobodyDelegate"));
        assertThat(names.newest("callbackCase")).isEqualTo("Callback case");

        Files.writeString(processes.resolve(CASE), named("Mended"));
        await().atMost(PATIENCE).until(() -> names.newest("callbackCase").equals("Mended"));
    }

    @Test
    void aFormThatWasShownAlreadyIsShownAnew() throws IOException {
        var original = Files.readString(Path.of("forms", FORM));
        var agent = server.centre().person("AGENT");
        assertThat(form(server.centre(), agent)).doesNotContain("Asked anew");

        Files.writeString(
                forms.resolve(FORM), original.replaceFirst("\"label\": \"[^\"]+\"", "\"label\": \"Asked anew\""));

        await().atMost(PATIENCE).until(() -> form(server.centre(), agent).contains("Asked anew"));
    }

    private static String form(Centre centre, String agent) {
        return centre.as(agent).get("/api/v1/forms/callClassification").body();
    }

    private static String named(String name) {
        return replacing("name=\"Callback case\"", "name=\"%s\"".formatted(name))
                .apply(shipped(CASE));
    }

    private static List<String> refusals(CapturedOutput log) {
        return log.getOut()
                .lines()
                .filter(line -> line.contains("processes/callbackCase.bpmn is not deployed"))
                .toList();
    }
}
