package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The dialogs of keys and settings, without a server. */
class DialogsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void everyTextIsThereInEveryLanguage(String language) {
        assertThat(render("help", language)).doesNotContain("??").doesNotContain("th:");
        assertThat(render("settings", language))
                .doesNotContain("??")
                .doesNotContain("th:")
                .containsPattern("lang=\"" + language + "\" aria-current=\"true\"");
    }

    @Test
    void noTwoActionsHaveTheSameKeys() {
        var chords = valuesOf("data-default", render("help", "en")).stream()
                .flatMap(defaults -> List.of(defaults.split(" ")).stream())
                .filter(chord -> !chord.isEmpty())
                .toList();

        assertThat(chords).doesNotHaveDuplicates().contains("Ctrl+Enter", "Alt+S", "Alt+C", "?");
    }

    @Test
    void everyActionHasAName() {
        var help = render("help", "en");

        assertThat(valuesOf("data-action", help))
                .hasSize(24)
                .allSatisfy(
                        action -> assertThat(help).containsPattern("id=\"shortcut-" + action + "\">[A-Z][^<]+</th>"));
    }

    private static List<String> valuesOf(String attribute, String html) {
        return Pattern.compile(attribute + "=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String render(String dialog, String language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/desk/");
        templates.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        return engine.process(dialog, Set.of(dialog), new Context(Locale.forLanguageTag(language)));
    }
}
