package io.ringback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the pages use the words of {@code docs/glossary.md}, and none that it says not to use. */
class GlossaryTest {

    private static final Path MESSAGES = Path.of("src/main/resources");
    private static final List<String> LANGUAGES = List.of("English", "suomi", "svenska");
    private static final Pattern KEY = Pattern.compile("`([^`]+)`");
    private static final Map<String, Map<String, String>> TEXTS =
            Map.of("English", texts(""), "suomi", texts("_fi"), "svenska", texts("_sv"));

    static Stream<List<String>> terms() {
        return rows("## Terms", 6);
    }

    static Stream<List<String>> wordsNotToUse() {
        return rows("## Words not to use", 4);
    }

    @ParameterizedTest
    @MethodSource("terms")
    void theTextsOfATermHaveItsWordInThem(List<String> term) {
        var keys = KEY.matcher(term.get(5)).results().map(each -> each.group(1)).toList();
        assertThat(keys).as(term.get(0)).isNotEmpty();

        for (var key : keys) {
            var like = Pattern.compile(Stream.of(key.split("\\*", -1))
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + ".*" + b)
                    .orElseThrow());
            for (var language = 0; language < LANGUAGES.size(); language++) {
                var words = term.get(2 + language).split("\\s*/\\s*");
                var named = new TreeMap<>(TEXTS.get(LANGUAGES.get(language)));
                named.keySet().removeIf(each -> !like.matcher(each).matches());
                assertThat(named).as("%s: no text %s", term.get(0), key).isNotEmpty();
                assertThat(named)
                        .as("%s in %s is %s", term.get(0), LANGUAGES.get(language), term.get(2 + language))
                        .allSatisfy((name, text) -> assertThat(
                                        Arrays.stream(words).anyMatch(text.toLowerCase(Locale.ROOT)::contains))
                                .as("%s=%s", name, text)
                                .isTrue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wordsNotToUse")
    void noTextHasAWordThatIsNotToBeUsed(List<String> word) {
        assertThat(LANGUAGES).contains(word.get(0));
        var wanted = Pattern.compile("(?iu)\\b" + Pattern.quote(word.get(1)), Pattern.UNICODE_CHARACTER_CLASS);

        assertThat(TEXTS.get(word.get(0)))
                .as("use: " + word.get(2))
                .allSatisfy((key, text) -> assertThat(wanted.matcher(text).find())
                        .as("%s=%s", key, text)
                        .isFalse());
    }

    @Test
    void everyTermHasItsMeaningAndAWordInEachLanguage() {
        assertThat(terms())
                .hasSizeGreaterThan(10)
                .allSatisfy(term ->
                        assertThat(term).allSatisfy(cell -> assertThat(cell).isNotBlank()));
        assertThat(wordsNotToUse()).hasSizeGreaterThan(5);
    }

    private static Stream<List<String>> rows(String heading, int columns) {
        var page = read(Path.of("docs/glossary.md"));
        var part = page.substring(page.indexOf(heading) + heading.length()).split("\n## ")[0];
        return part.lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size() - 1))
                .peek(cells -> assertThat(cells).hasSize(columns));
    }

    private static Map<String, String> texts(String language) {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(MESSAGES, 2)) {
            files.filter(file -> isOf(file, language)).forEach(file -> {
                var properties = new Properties();
                try {
                    properties.load(new StringReader(read(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static boolean isOf(Path file, String language) {
        var inFolder = MESSAGES.relativize(file).toString();
        return inFolder.startsWith("messages")
                && Pattern.matches(
                        "[^_]+" + language + "\\.properties", file.getFileName().toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
