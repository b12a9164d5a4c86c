package io.ringback.process;

import io.ringback.callback.CallStatus;
import io.ringback.process.CaseFacts.Fact;
import io.ringback.process.contract.SharedNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.context.VariableContext;
import org.operaton.bpm.engine.variable.value.TypedValue;

/** Evaluates the expressions of decisions. Beside what a decision is given they see what there is to know of its case. */
class DecisionExpressions implements FeelEngine {

    private final FeelEngine feel;
    private final Supplier<FactsOfCases> facts;

    DecisionExpressions(FeelEngine feel, Supplier<FactsOfCases> facts) {
        this.feel = feel;
        this.facts = facts;
    }

    /** @param facts asked at each use, since they need the engine themselves */
    static DefaultDmnEngineConfiguration configuration(Supplier<FactsOfCases> facts) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(
                () -> new DecisionExpressions(new ScalaFeelEngineFactory().createInstance(), facts));
        return configuration;
    }

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return feel.evaluateSimpleExpression(expression, new WithFacts(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
        return feel.evaluateSimpleUnaryTests(expression, input, new WithFacts(variables));
    }

    private class WithFacts implements VariableContext {

        private final VariableContext given;
        private final Map<String, Optional<Fact>> looked = new HashMap<>();

        WithFacts(VariableContext given) {
            this.given = given;
        }

        @Override
        public @Nullable TypedValue resolve(String name) {
            return given.containsVariable(name)
                    ? given.resolve(name)
                    : fact(name)
                            .map(fact -> Variables.untypedValue(fact.value()))
                            .orElse(null);
        }

        @Override
        public boolean containsVariable(String name) {
            return given.containsVariable(name) || fact(name).isPresent();
        }

        @Override
        public Set<String> keySet() {
            return given.keySet();
        }

        private Optional<Fact> fact(String name) {
            return looked.computeIfAbsent(name, unknown -> facts.get().ofDecision(unknown, this::callStatus));
        }

        private @Nullable CallStatus callStatus() {
            var status =
                    given.containsVariable(SharedNames.CALL_STATUS) ? given.resolve(SharedNames.CALL_STATUS) : null;
            return status != null && status.getValue() instanceof String text ? CallStatus.valueOf(text) : null;
        }
    }
}
