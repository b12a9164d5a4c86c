package io.ringback.process;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** There is no engine for scripts of any language, the engine's own expressions included: scripts reach everything. */
class NoScripts implements ScriptEngineResolver {

    private final ScriptEngineManager none = new ScriptEngineManager(null);

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // None is wanted.
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return none;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        throw new ProcessEngineException("scripts are not run, and this one is written in %s".formatted(language));
    }
}
