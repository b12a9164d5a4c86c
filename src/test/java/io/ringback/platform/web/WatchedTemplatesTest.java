package io.ringback.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Templates are kept, and read again as soon as their file has changed. */
class WatchedTemplatesTest {

    private final Path folder;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    WatchedTemplatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void pagesOfTheFolder() {
        var templates = new WatchedTemplates();
        templates.setApplicationContext(new StaticApplicationContext());
        templates.setPrefix(folder.toUri().toString());
        templates.setSuffix(".html");
        engine.setTemplateResolver(templates);
    }

    @Test
    void aChangedFileCountsAtOnce() throws IOException {
        write("page", "<p th:replace=\"~{part :: part}\">page</p>", 1);
        write("part", "<b th:fragment=\"part\">before</b>", 1);
        assertThat(page()).contains("before");

        write("part", "<b th:fragment=\"part\">after</b>", 2);

        assertThat(page()).contains("after");
    }

    @Test
    void aFileThatIsTheSameIsNotReadAgain() throws IOException {
        write("page", "before", 1);
        assertThat(page()).isEqualTo("before");

        write("page", "after", 1);

        assertThat(page()).isEqualTo("before");
    }

    private String page() {
        return engine.process("page", new Context(Locale.ENGLISH));
    }

    private void write(String name, String content, int second) throws IOException {
        var file = Files.writeString(folder.resolve(name + ".html"), content, UTF_8);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1_000L));
    }
}
