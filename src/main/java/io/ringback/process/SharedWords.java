package io.ringback.process;

import io.ringback.list.NamesInProcesses;
import io.ringback.process.contract.DecisionContract;
import io.ringback.process.contract.SharedNames;
import io.ringback.process.contract.SharedVariable;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names that mean something to models already: variables of the server, and words of their expressions and of the engine. */
@Component
class SharedWords implements NamesInProcesses {

    private static final Set<String> WORDS = Set.of(
            ("and or not eq ne lt gt le ge div mod empty true false null instanceof if then else for in return some every"
                            + " satisfies between function external is of date time duration list context string boolean"
                            + " execution task case caseexecution processengine authenticateduserid decisionresult self"
                            + " item partial reason message exception")
                    .split(" "));

    @Override
    public boolean isTaken(String name) {
        return SharedVariable.find(name).isPresent()
                || WORDS.contains(name.toLowerCase(Locale.ROOT))
                || name.endsWith("Delegate")
                || DecisionContract.ALL.stream()
                        .anyMatch(contract -> contract.input(name).isPresent())
                || Set.of(SharedNames.PRIORITY, SharedNames.DUE_AFTER, SharedNames.EXPIRES_AFTER)
                        .contains(name);
    }
}
