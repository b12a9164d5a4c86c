package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.retryPolicy;
import static io.ringback.process.check.EditedPolicy.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a decision may have beside its table. */
class HarmlessDecisionsTest {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String KNOWLEDGE =
            "<d:knowledgeSource xmlns:d='%s' id='law' name='Law'><d:authorityRequirement id='b'><d:requiredDecision href='#retryPolicy'/></d:authorityRequirement></d:knowledgeSource>"
                    .formatted(DMN);

    static Stream<Arguments> notes() {
        return Stream.of(
                arguments("a source of knowledge", retryPolicy().append("definitions_retryPolicy", KNOWLEDGE)),
                arguments(
                        "the authority behind a decision",
                        retryPolicy()
                                .append("definitions_retryPolicy", KNOWLEDGE)
                                .prepend(
                                        "retryPolicy",
                                        "<d:authorityRequirement xmlns:d='%s' id='a'><d:requiredAuthority href='#law'/></d:authorityRequirement>"
                                                .formatted(DMN))),
                arguments(
                        "a kind of value that nothing is of",
                        retryPolicy()
                                .prepend(
                                        "definitions_retryPolicy",
                                        "<d:itemDefinition xmlns:d='%s' id='i' name='tStatus'><d:typeRef>string</d:typeRef></d:itemDefinition>"
                                                .formatted(DMN))),
                arguments(
                        "a kind of input data",
                        retryPolicy()
                                .with(
                                        "  <decision id=",
                                        "<itemDefinition id='i' name='tStatus'><typeRef>string</typeRef></itemDefinition><inputData id='in' name='Status'><variable id='v' name='Status' typeRef='tStatus'/></inputData><decision id=")),
                arguments(
                        "an organization",
                        retryPolicy()
                                .append(
                                        "definitions_retryPolicy",
                                        "<d:organizationUnit xmlns:d='%s' id='o' name='Team'/>".formatted(DMN))),
                arguments("an input of any kind", retryPolicy().set("expression_callStatus", "typeRef", "Any")),
                arguments("an output of any kind", retryPolicy().set("output_retryAfter", "typeRef", "feel:any")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notes")
    void whatSaysNothingOfHowADecisionIsMadeIsAllowed(String name, EditedModel model) {
        assertThat(found(model)).isEmpty();
    }

    @Test
    void aKindOfValueThatAnInputIsOfIsFound() {
        var model = retryPolicy()
                .prepend(
                        "definitions_retryPolicy",
                        "<d:itemDefinition xmlns:d='%s' id='i' name='tStatus'><d:typeRef>string</d:typeRef></d:itemDefinition>"
                                .formatted(DMN))
                .set("expression_callStatus", "typeRef", "tStatus");

        assertThat(found(model)).contains("i decision");
    }
}
