package io.ringback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the pages in three languages, kept in step. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<Path> USERS = List.of(
            RESOURCES.resolve("templates"),
            RESOURCES.resolve("static/assets/js"),
            Path.of("src/main/java/io/ringback"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern KEY_IN_FILE = Pattern.compile("(?m)^([^#\\s=]+)=");

    // Their ends are the names of statuses, roles and the like, put together where they are shown.
    private static final List<String> BUILT_AS_THEY_ARE_SHOWN = List.of(
            "case.countdown.",
            "case.phase.",
            "case.related.",
            "case.source.",
            "case.status.",
            "desk.availability.",
            "desk.idle.",
            "desk.mode.",
            "desk.stopped.",
            "error.",
            "help.action.",
            "js.draft.",
            "js.failed.",
            "js.form.error.",
            "js.lost.",
            "js.notifications.",
            "js.warning.",
            "login.problem.",
            "role.",
            "settings.sound.");

    private static final Properties ENGLISH = texts("messages.properties");

    @ParameterizedTest
    @ValueSource(strings = {"messages_fi.properties", "messages_sv.properties"})
    void everyLanguageHasTheSameKeys(String file) {
        assertThat(texts(file).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_fi.properties", "messages_sv.properties"})
    void everyLanguageHasTheSamePlaceholders(String file) {
        var translated = texts(file);
        var softly = new SoftAssertions();

        for (var key : ENGLISH.stringPropertyNames()) {
            softly.assertThat(placeholders(translated.getProperty(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(ENGLISH.getProperty(key)));
        }

        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_fi.properties", "messages_sv.properties"})
    void noTextIsEmptyOrWrongToFormat(String file) {
        var softly = new SoftAssertions();

        texts(file).forEach((key, text) -> {
            softly.assertThat(text.toString()).as("%s", key).isNotBlank();
            // MessageFormat takes ' for a quotation mark where there are placeholders; ’ is the better apostrophe
            // anyway.
            softly.assertThat(text.toString()).as("%s", key).doesNotContain("'");
            softly.assertThatCode(() -> new MessageFormat(text.toString(), Locale.ROOT))
                    .as("%s", key)
                    .doesNotThrowAnyException();
        });

        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_fi.properties", "messages_sv.properties"})
    void noKeyIsThereTwice(String file) {
        assertThat(KEY_IN_FILE
                        .matcher(read(RESOURCES.resolve(file)))
                        .results()
                        .map(key -> key.group(1))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTextIsUsed() {
        var users = USERS.stream()
                .flatMap(MessagesTest::files)
                .map(MessagesTest::read)
                .collect(Collectors.joining());

        var unused = ENGLISH.stringPropertyNames().stream()
                .filter(key -> BUILT_AS_THEY_ARE_SHOWN.stream().noneMatch(key::startsWith))
                .filter(key -> !isNamed(key.replaceFirst("^js\\.", ""), users))
                .collect(toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyPrefixThatIsBuiltIsUsed() {
        var users = USERS.stream()
                .flatMap(MessagesTest::files)
                .map(MessagesTest::read)
                .collect(Collectors.joining());

        assertThat(BUILT_AS_THEY_ARE_SHOWN)
                .allSatisfy(prefix -> assertThat(users).contains(prefix.replaceFirst("^js\\.", "")))
                .allSatisfy(prefix -> assertThat(ENGLISH.stringPropertyNames())
                        .anySatisfy(key -> assertThat(key).startsWith(prefix)));
    }

    @Test
    void everyTextThatATemplateNamesIsThere() {
        var named = files(RESOURCES.resolve("templates"))
                .map(MessagesTest::read)
                .flatMap(template -> Pattern.compile("#\\{([a-zA-Z][\\w.]*)[(}]")
                        .matcher(template)
                        .results()
                        .map(key -> key.group(1)))
                .collect(toCollection(TreeSet::new));

        assertThat(named).isNotEmpty().isSubsetOf(ENGLISH.stringPropertyNames());
    }

    private static boolean isNamed(String key, String users) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(key) + "(?![\\w.])")
                .matcher(users)
                .find();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties texts(String file) {
        try {
            var texts = new Properties();
            texts.load(new StringReader(read(RESOURCES.resolve(file))));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
