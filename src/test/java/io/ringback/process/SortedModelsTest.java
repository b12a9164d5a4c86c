package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which files of a folder are models, under which names, and which of them are refused. */
class SortedModelsTest {

    private static final Map<String, byte[]> SHIPPED = Map.of("callbackCase.bpmn", process("callbackCase"));

    private final Path folder;

    SortedModelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "callbackCase.bpmn, callbackCase.bpmn",
        "CALLBACKCASE.BPMN, callbackCase.bpmn",
        "callbackcase.Bpmn, callbackCase.bpmn",
        "callbackCase.bpmn20.xml, callbackCase.bpmn",
        "callbackCase.BPMN20.XML, callbackCase.bpmn",
        "callbackCase.bpmn.xml, callbackCase.bpmn",
        "team/nord/callbackCase.bpmn, callbackCase.bpmn",
        "Refund.bpmn, Refund.bpmn",
        "my policy.dmn, my policy.dmn",
        "policy.dmn11.xml, policy.dmn",
        "Kysely ä.FORM, Kysely ä.form"
    })
    void aModelIsToldByItsName(String file, String name) throws IOException {
        put(file, process("any"));

        assertThat(sorted().good()).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @CsvSource({
        "._callbackCase.bpmn",
        ".hidden.bpmn",
        "__MACOSX/callbackCase.bpmn",
        "..2026_11/callbackCase.bpmn",
        ".git/x.bpmn",
        "callbackCase.bpmn.bak",
        "callbackCase.bpmn~",
        "readme.md",
        "pom.xml",
        "callbackCase.svg",
        "bpmn"
    })
    void anythingElseIsPassedBy(String file) throws IOException {
        put(file, process("any"));

        assertThat(new ModelFiles(folder, null).found("processes")).isEmpty();
        assertThat(new ModelFiles(folder, null).found("forms")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "processes/a.bpmn, forms/b.bpmn",
        "processes/a.bpmn, forms/A.BPMN",
        "processes/a.bpmn, forms/a.bpmn",
        "processes/a.bpmn, forms/sub/a.bpmn20.xml",
        "forms/a.bpmn, forms/b.bpmn"
    })
    void processesThatDefineTheSameAreRefusedInWhichFolderEverTheyLie(String one, String other) throws IOException {
        folders("processes", "forms");
        put(one, process("same"));
        put(other, process("same"));

        var sorted = sorted(new ModelFiles(folder.resolve("processes"), folder.resolve("forms")));

        assertThat(sorted.good()).isEmpty();
        assertThat(sorted.refused()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"processes/a.form, forms/b.form", "processes/a.form, forms/a.form", "processes/x.form, processes/y.form"
    })
    void formsThatDefineTheSameAreRefusedInWhichFolderEverTheyLie(String one, String other) throws IOException {
        folders("processes", "forms");
        put(one, form("same"));
        put(other, form("same"));

        var files = new ModelFiles(folder.resolve("processes"), folder.resolve("forms")).found("forms");

        assertThat(SortedModels.of(files, Map.of(), (name, content) -> List.of())
                        .refused())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'', sub", "sub, ''", "sub, sub"})
    void aFileInTheFolderOfBothSettingsIsTakenOnce(String processes, String forms) throws IOException {
        put("sub/callbackCase.bpmn", process("callbackCase"));
        put("sub/ask.form", form("ask"));

        var models = new ModelFiles(folder.resolve(processes), folder.resolve(forms));

        assertThat(models.found("processes")).extracting(ModelFiles.Found::name).containsExactly("callbackCase.bpmn");
        assertThat(models.found("forms")).extracting(ModelFiles.Found::name).containsExactly("ask.form");
    }

    @Test
    void aFolderThatIsNotThereTakesNothingFromTheOther() throws IOException {
        put("processes/a.bpmn", process("one"));

        var models = new ModelFiles(folder.resolve("processes"), folder.resolve("gone"));

        assertThat(models.found("processes")).hasSize(1);
        assertThatThrownBy(() -> models.found("forms")).isInstanceOf(IOException.class);
    }

    static List<Arguments> filesThatGetIntoEachOthersWay() {
        return List.of(
                arguments(Map.of("callbackCase.bpmn", process("callbackCase"), "copy.bpmn", process("callbackCase"))),
                arguments(Map.of("a.bpmn", process("one"), "b.bpmn", process("one"))),
                arguments(Map.of("a.bpmn", process("one"), "sub/b.bpmn20.xml", process("one"))),
                arguments(Map.of("a.bpmn", process("one"), "sub/a.bpmn", process("two"))),
                arguments(Map.of("a.bpmn", process("one"), "A.bpmn20.xml", process("one"))),
                arguments(Map.of("a.dmn", decision("rule"), "b.dmn", decision("rule"))),
                arguments(Map.of("a.form", form("ask"), "b.form", form("ask"))));
    }

    @ParameterizedTest
    @MethodSource("filesThatGetIntoEachOthersWay")
    void filesThatDefineTheSameAreRefusedNamingEachOther(Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            put(file.getKey(), file.getValue());
        }

        var sorted = sorted();

        assertThat(sorted.good()).isEmpty();
        assertThat(sorted.refused().keySet()).isEqualTo(files.keySet());
        assertThat(sorted.refused().values())
                .allSatisfy(why -> assertThat(why).singleElement().asString().contains(files.keySet()));
    }

    @Test
    void aCopyOfAShippedProcessIsRefusedNamingBoth() throws IOException {
        put("mine.bpmn", process("callbackCase"));
        put("other.bpmn", process("other"));

        var sorted = sorted();

        assertThat(sorted.good()).containsOnlyKeys("other.bpmn");
        assertThat(String.valueOf(sorted.refused().get("mine.bpmn")))
                .contains("mine.bpmn", "callbackCase.bpmn (shipped)");
    }

    @Test
    void aRefusedFileTakesNoOtherWithIt() throws IOException {
        put("callbackCase.bpmn", process("callbackCase"));
        put("bad.bpmn", process("bad"));
        put("broken.bpmn", "<no".getBytes(StandardCharsets.UTF_8));

        var sorted = SortedModels.of(
                new ModelFiles(folder, null).found("processes"), SHIPPED, (name, content) -> switch (name) {
                    case "bad.bpmn" ->
                        List.of(
                                Finding.error(name, "task_x", Rule.FILE, "no such thing"),
                                Finding.error(name, "flow_y", Rule.FILE, "nowhere"));
                    case "broken.bpmn" -> throw new IllegalStateException("it broke");
                    default -> List.of();
                });

        assertThat(sorted.good()).containsOnlyKeys("callbackCase.bpmn");
        assertThat(sorted.refused().get("bad.bpmn")).containsExactly("task_x: no such thing", "flow_y: nowhere");
        assertThat(String.valueOf(sorted.refused().get("broken.bpmn"))).contains("it broke");
        assertThat(sorted.refusedNames()).isEqualTo(Set.of("bad.bpmn", "broken.bpmn"));
    }

    @Test
    void whatTheEngineRefusesIsTakenOut() throws IOException {
        put("a.bpmn", process("one"));
        put("b.bpmn", process("two"));

        assertThat(sorted().without("error | b.bpmn | line 3").good()).containsOnlyKeys("a.bpmn");
        assertThat(sorted().without("something else").good()).isEmpty();
    }

    private SortedModels sorted() throws IOException {
        return sorted(new ModelFiles(folder, folder));
    }

    private static SortedModels sorted(ModelFiles models) throws IOException {
        var found = new ArrayList<>(models.found("processes"));
        found.addAll(models.found("forms"));
        return SortedModels.of(found, SHIPPED, (name, content) -> List.of());
    }

    private void folders(String... names) throws IOException {
        for (var name : names) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    private void put(String file, byte[] content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    private static byte[] process(String id) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="%s" /></definitions>""".formatted(id).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decision(String id) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="%s" /></definitions>""".formatted(id).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] form(String id) {
        return "{\"id\":\"%s\"}".formatted(id).getBytes(StandardCharsets.UTF_8);
    }
}
