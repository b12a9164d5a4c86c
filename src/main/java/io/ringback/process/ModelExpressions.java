package io.ringback.process;

import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.ListELResolver;
import jakarta.el.MapELResolver;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.operaton.bpm.engine.impl.el.JuelExpressionManager;
import org.operaton.bpm.engine.impl.el.VariableContextElResolver;
import org.operaton.bpm.engine.impl.el.VariableScopeElResolver;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Evaluates the expressions of models. They see the variables of their process, what there is to know of its case, and
 * the named delegates. There is no
 * resolver for the properties or methods of objects, so no expression reaches a class, a bean or a method.
 */
class ModelExpressions extends JuelExpressionManager {

    private final Supplier<Map<Object, Object>> delegates;
    private final Supplier<FactsOfCases> facts;

    /**
     * @param delegates asked at each use, since the delegates need the engine themselves
     * @param facts likewise
     */
    ModelExpressions(Supplier<Map<Object, Object>> delegates, Supplier<FactsOfCases> facts) {
        this.delegates = delegates;
        this.facts = facts;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new PlaceOfExpression());
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new DelegateResolver());
        resolver.add(new FactResolver());
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /** Resolves nothing: it notes which element the expression belongs to, should it go wrong. */
    private static class PlaceOfExpression extends Unwritable {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base == null && context.getContext(VariableScope.class) instanceof ExecutionEntity execution) {
                Places.at(execution.getProcessDefinitionId(), execution.getCurrentActivityId());
            }
            return null;
        }
    }

    private class DelegateResolver extends Unwritable {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            var delegate = base == null ? delegates.get().get(property) : null;
            context.setPropertyResolved(delegate != null || context.isPropertyResolved());
            return delegate;
        }
    }

    private class FactResolver extends Unwritable {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base != null || !(context.getContext(VariableScope.class) instanceof ExecutionEntity execution)) {
                return null;
            }
            var fact = facts.get().ofProcess(execution, String.valueOf(property));
            context.setPropertyResolved(fact.isPresent() || context.isPropertyResolved());
            return fact.map(CaseFacts.Fact::value).orElse(null);
        }
    }

    private abstract static class Unwritable extends ELResolver {

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new UnsupportedOperationException("delegates are not for models to change");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
