package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.SharedVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for designers says what the code holds them to. */
class ContractPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    static Stream<ProcessContract> contracts() {
        return Stream.of(ProcessContract.CALLBACK_CASE, ProcessContract.AGENT_RECEPTION);
    }

    @Test
    void explainsEachRuleAndNoOther() throws IOException {
        var page = page();

        var rules = page.substring(page.indexOf("## What each refusal means"));

        assertThat(ROW.matcher(rules).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::code).toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void namesEachMessageAndDelegate(ProcessContract contract) throws IOException {
        assertThat(page()).contains(contract.startMessage()).contains(contract.messages());
        assertThat(contract.interplay().messages().keySet()).isSubsetOf(contract.messages());
        assertThat(contract.interplay().delegates().keySet().stream().filter(delegate -> !EARLIER.contains(delegate)))
                .allSatisfy(delegate -> assertThat(page()).contains("`" + delegate + "`"));
    }

    @Test
    void namesEachVariableWithItsValues() throws IOException {
        var page = page();

        var variables = page.substring(page.indexOf("## Variables"), page.indexOf("## What is free"));

        assertThat(SharedVariable.all().values()).allSatisfy(variable -> {
            assertThat(variables).contains("`" + variable.name() + "`");
            assertThat(variable.values())
                    .allSatisfy(value -> assertThat(variables).contains("`" + value + "`"));
        });
    }

    @Test
    void scriptsKnowEachDelegateOfTheServer() {
        assertThat(contracts().flatMap(contract -> contract.interplay().delegates().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(ShippedModels.DELEGATES);
    }

    /** Only in processes of earlier versions. */
    private static final List<String> EARLIER = List.of("takeDraftDelegate");

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/processes/contract.md"));
    }
}
