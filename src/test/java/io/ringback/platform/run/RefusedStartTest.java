package io.ringback.platform.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ringback.RingbackApplication;
import io.ringback.support.TestDatabase;
import io.ringback.support.WithoutTestClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A server that cannot start says why in one line, and what to do; there is no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("server")
class RefusedStartTest {

    private static final String DATABASE = TestDatabase.create().url();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @BeforeAll
    static void databasesThatWillNotDo() throws IOException {
        var database = TestDatabase.ofServer();
        database.execute("CREATE ROLE reader LOGIN");
        database.execute("ALTER ROLE reader SET default_transaction_read_only = on");
        database.execute("CREATE ROLE stranger LOGIN");
        database.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        Files.writeString(folder.resolve("file"), "not a folder");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no such database        | spring.datasource.url={server}/nowhere?user=postgres | does not exist       | Create the database
            no such role            | spring.datasource.url={database}?user=nobody_here    | role "nobody_here"   | spring.datasource.username
            nothing listens         | spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x | refused            | spring.datasource.url
            read-only               | spring.datasource.url={database}?user=reader         | is read-only         | default_transaction_read_only
            no rights               | spring.datasource.url={database}?user=stranger       | stranger may not create | GRANT CREATE
            LATIN1                  | spring.datasource.url={server}/latin?user=postgres   | encoding LATIN1      | ENCODING 'UTF8'
            no duration             | ringback.desk.grace=soon                             | ringback.desk.grace  | soon
            no number               | server.port=http                                     | server.port          | http
            no truth                | ringback.webhooks.allow-http=perhaps                 | allow-http           | perhaps
            data folder is a file   | ringback.data-folder={folder}/file                   | cannot be used       | --ringback.data-folder
            data folder below a file| ringback.data-folder={folder}/file/data              | cannot be used       | --ringback.data-folder
            """)
    void whatKeepsItFromStartingIsOneLine(
            String name, String setting, String why, String whatToDo, CapturedOutput output) {
        var settings = Stream.of(
                        "spring.datasource.url="
                                + (setting.startsWith("ringback.data") ? "" : "{database}?user=postgres"),
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        setting)
                .map(each -> "--" + filled(each))
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.split("=")[0], each -> each, (earlier, later) -> later))
                .values();

        var failure = catchThrowable(() -> new SpringApplicationBuilder(RingbackApplication.class)
                .initializers(WithoutTestClasses::excludeFrom)
                .run(settings.toArray(String[]::new))
                .close());

        assertThat(failure).isNotNull();
        var lines = output.getOut().lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("Ringback cannot start: "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(why, whatToDo));
        assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
        assertThat(lines).filteredOn(line -> line.contains(" ERROR ")).hasSize(1);
        assertThat(lines).noneMatch(line -> line.contains("APPLICATION FAILED"));
    }

    private static String filled(String setting) {
        var address = DATABASE.substring(0, DATABASE.indexOf('?') < 0 ? DATABASE.length() : DATABASE.indexOf('?'));
        return setting.replace("{database}", address)
                .replace("{server}", address.substring(0, address.lastIndexOf('/')))
                .replace("{folder}", folder.toString());
    }
}
