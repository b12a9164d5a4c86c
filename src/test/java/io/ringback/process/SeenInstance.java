package io.ringback.process;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.history.HistoricProcessInstance;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** A process instance, running or ended, by what the engine's history knows of it; for the process assertions. */
record SeenInstance(HistoricProcessInstance seen) implements ProcessInstance {

    @Override
    public String getId() {
        return seen.getId();
    }

    @Override
    public String getProcessInstanceId() {
        return seen.getId();
    }

    @Override
    public String getRootProcessInstanceId() {
        return seen.getRootProcessInstanceId();
    }

    @Override
    public String getProcessDefinitionId() {
        return seen.getProcessDefinitionId();
    }

    @Override
    public String getProcessDefinitionKey() {
        return seen.getProcessDefinitionKey();
    }

    @Override
    public String getBusinessKey() {
        return seen.getBusinessKey();
    }

    @Override
    public @Nullable String getCaseInstanceId() {
        return seen.getCaseInstanceId();
    }

    @Override
    public @Nullable String getTenantId() {
        return seen.getTenantId();
    }

    @Override
    public boolean isEnded() {
        return seen.getEndTime() != null;
    }

    @Override
    public boolean isSuspended() {
        return HistoricProcessInstance.STATE_SUSPENDED.equals(seen.getState());
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(getProcessDefinitionKey(), getBusinessKey());
    }
}
