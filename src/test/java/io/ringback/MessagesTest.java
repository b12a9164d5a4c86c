package io.ringback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The texts of the pages in three languages, kept in step. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<Path> USERS = List.of(
            RESOURCES.resolve("templates"),
            RESOURCES.resolve("static/assets/js"),
            Path.of("src/main/java/io/ringback"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");
    private static final Pattern KEY_IN_FILE = Pattern.compile("(?m)^([^#\\s=]+)=");

    /** Everything that could be the key of a text. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])(\\w[\\w.]*)(?![\\w.])");

    /** What ends with a dot where something is put behind it. */
    private static final Pattern BEGINNING = Pattern.compile("(?<![\\w.])(?:js\\.)?(\\w[\\w.]*\\.)(?=\\$\\{|['\"])");

    private static final Properties ENGLISH = texts("");

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv"})
    void everyLanguageHasTheSameKeys(String language) {
        assertThat(texts(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv"})
    void everyLanguageHasTheSamePlaceholders(String language) {
        var translated = texts(language);
        var softly = new SoftAssertions();

        for (var key : ENGLISH.stringPropertyNames()) {
            softly.assertThat(placeholders(translated.getProperty(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(ENGLISH.getProperty(key)));
        }

        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fi", "sv"})
    void noTextIsEmptyOrWrongToFormat(String language) {
        var softly = new SoftAssertions();

        texts(language).forEach((key, text) -> {
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
    @ValueSource(strings = {"", "fi", "sv"})
    void noKeyIsThereTwice(String language) {
        var keys = bundles(language)
                .flatMap(bundle -> KEY_IN_FILE.matcher(read(bundle)).results().map(key -> key.group(1)));

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void everyTextIsUsed() {
        var users = USERS.stream()
                .flatMap(MessagesTest::files)
                .map(MessagesTest::read)
                .collect(Collectors.joining("\n"));
        var named = found(NAME, users);
        var beginnings = found(BEGINNING, users);

        var unused = ENGLISH.stringPropertyNames().stream()
                .map(key -> key.replaceFirst("^js\\.", ""))
                .filter(key -> !named.contains(key) && !isBuilt(key, beginnings))
                .collect(toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
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

    /** Its end is the name of a status, a role or the like, put behind a beginning such as "role." where it is shown. */
    private static boolean isBuilt(String key, Set<String> beginnings) {
        return IntStream.range(0, key.length())
                .filter(index -> key.charAt(index) == '.')
                .mapToObj(index -> key.substring(0, index + 1))
                .anyMatch(beginnings::contains);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(name -> name.group(1)).collect(toSet());
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct() // a choice names its number once more in each of its forms
                .sorted()
                .toList();
    }

    /** All texts of a language; "" is English. */
    private static Properties texts(String language) {
        var texts = new Properties();
        bundles(language).forEach(bundle -> {
            try {
                texts.load(new StringReader(read(bundle)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }

    private static Stream<Path> bundles(String language) {
        var end = language.isEmpty() ? ".properties" : "_" + language + ".properties";
        return basenames().map(name -> RESOURCES.resolve(name + end));
    }

    /** Those that the server reads. */
    private static Stream<String> basenames() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(RESOURCES.resolve("application.yaml")));
        return Stream.of(requireNonNull(yaml.getObject())
                .getProperty("spring.messages.basename")
                .split(", *"));
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
