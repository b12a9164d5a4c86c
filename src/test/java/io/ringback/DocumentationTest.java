package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows a link in the documentation, or looks for a file that it names, finds it. */
class DocumentationTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath();
    private static final Pattern FILE =
            Pattern.compile("[\\w/.-]*\\w\\.(java|html|js|css|properties|bpmn|dmn|form|sql|md|yaml|json)");

    static List<Path> pages() throws IOException {
        return MarkdownPage.below(REPOSITORY);
    }

    @Test
    void thereArePagesToLookAt() throws IOException {
        assertThat(pages())
                .contains(REPOSITORY.resolve("README.md"), REPOSITORY.resolve("docs/desk.md"))
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(MarkdownPage.read(page).brokenLinks()).isEmpty();
    }

    /** What has moved or got another name is to be told to newcomers, too. */
    @Test
    void everyFileThatContributorsAreToldOfIsThere() throws IOException {
        List<String> files;
        try (var all = Files.walk(REPOSITORY)) {
            files = all.filter(file -> !file.startsWith(REPOSITORY.resolve("target")))
                    .map(file -> "/" + REPOSITORY.relativize(file))
                    .toList();
        }

        var told = MarkdownPage.read(REPOSITORY.resolve("CONTRIBUTING.md"))
                .code()
                .filter(code -> FILE.matcher(code).matches())
                .collect(Collectors.toSet());

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(told).allSatisfy(name -> assertThat(files).anyMatch(file -> file.endsWith("/" + name)));
    }

    @ParameterizedTest
    @CsvSource({
        "[a](other.md)",
        "[a](other.md#a-heading)",
        "[a](other.md#a-heading-1)",
        "[a](other.md#the-first-its-ends)",
        "[a](#here)",
        "[a](sub/)",
        "![a](picture%20one.png)",
        "'[a](other.md \"title\")'",
        "[a](https://example.org/none.md)",
        "[a]: other.md",
        "`[a](none.md)`",
        "<img src=\"picture%20one.png\">",
    })
    void aLinkThatLeadsSomewhereIsGood(String text, @TempDir Path folder) throws IOException {
        assertThat(somePages(text, folder).brokenLinks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "[a](none.md), none.md",
        "[a](other.md#none), other.md#none",
        "[a](other.md#a-heading-2), other.md#a-heading-2",
        "[a](other.md#A-heading), other.md#A-heading",
        "[a](other.md#code), other.md#code",
        "[a](#there), #there",
        "[a](../other.md), ../other.md",
        "[a](/other.md), /other.md",
        "![a](none.png), none.png",
        "[a]: none.md, none.md",
        "<img src=\"none.png\">, none.png",
    })
    void aLinkThatLeadsNowhereIsFound(String text, String target, @TempDir Path folder) throws IOException {
        assertThat(somePages(text, folder).brokenLinks()).containsExactly(target);
    }

    private static MarkdownPage somePages(String text, Path folder) throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.createFile(folder.resolve("picture one.png"));
        Files.writeString(folder.resolve("other.md"), """
                # A heading
                ## A heading
                ## The first: *its* `ends`?

                ```
                # code
                ```
                """);
        return MarkdownPage.read(Files.writeString(folder.resolve("page.md"), "# Here\n\n" + text + "\n"));
    }
}
