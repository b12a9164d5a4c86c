package io.ringback.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.value.TypedValue;

/**
 * The engine alone, at its defaults, on the models of the product: each step is one call of its API, each delegate as
 * small as it can be. What the product asks its rows is in the memory of this process, where it costs nothing.
 */
final class BareEngineSide implements Side {

    private static final Duration FAR = Duration.ofHours(6);

    private final SideBySide threads;
    private final boolean lean;
    private final ProcessEngine engine;
    private final Deque<String> waiting = new ConcurrentLinkedDeque<>();
    private final Map<Integer, String> receptions = new ConcurrentHashMap<>();
    private final Map<String, String> inHand = new ConcurrentHashMap<>();

    BareEngineSide(DataSource database, SideBySide threads, String history) {
        this.threads = threads;
        this.lean = !history.equals("full");
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setIdGenerator(new StrongUuidGenerator()); // as the engine's own starter sets it
        configuration.setHistory(history);
        configuration.setJobExecutorActivate(true); // timers have to fire
        configuration.setBeans(new HashMap<>(delegates()));
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/callbackCase.bpmn")
                .addClasspathResource("processes/agentReception.bpmn")
                .deploy();
    }

    private Map<String, Object> delegates() {
        JavaDelegate nothing = execution -> {};
        return Map.of(
                "registerCallbackDelegate", (JavaDelegate) this::register,
                "offerCallbackDelegate", nothing,
                "resolveCallbackDelegate", nothing,
                "tellReceptionDelegate", (JavaDelegate) this::tellReception,
                "allocationDelegate", (JavaDelegate) this::allocate,
                "releaseHeldDelegate", (JavaDelegate) this::release);
    }

    @Override
    public long[] run(String step, int count) {
        return switch (step) {
            case "intake" -> threads.timed(count, number -> waiting.addLast(start()));
            case "receive" -> threads.timed(count, this::receive);
            case "callStarted" -> threads.timed(count, agent -> tell(agent, "message_callStarted", "callEndsBy"));
            case "callEnded" -> threads.timed(count, agent -> tell(agent, "message_callEnded", "closesAt"));
            case "save" -> threads.timed(count, this::save);
            case "stop" -> threads.timed(count, this::stop);
            default -> throw new IllegalArgumentException(step);
        };
    }

    @Override
    public void adopt(String id) {
        waiting.addLast(id);
    }

    @Override
    public String template() {
        return start();
    }

    private String start() {
        return engine.getRuntimeService()
                .startProcessInstanceByMessage(
                        "message_callbackRequested", UUID.randomUUID().toString(), Map.of("dueAt", far()))
                .getId();
    }

    private void receive(int agent) {
        var reception = engine.getRuntimeService()
                .startProcessInstanceByMessage(
                        "message_receivingSwitchedOn", UUID.randomUUID().toString());
        receptions.put(agent, reception.getId());
    }

    private void tell(int agent, String message, String limit) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(inHandOf(agent))
                .setVariable(limit, far())
                .correlate();
    }

    private void save(int agent) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(inHandOf(agent))
                .singleResult();
        engine.getTaskService()
                .complete(
                        task.getId(),
                        Map.of(
                                "callStatus", passing("ANSWERED"),
                                "ownDate", passing(false),
                                "attempts", passing(1),
                                "lastAttempt", passing(false),
                                "cancelRequested", passing(false)));
    }

    private void stop(int agent) {
        engine.getRuntimeService()
                .createMessageCorrelation("message_stopReceiving")
                .processInstanceId(receptions.get(agent))
                .correlate();
        receptions.remove(agent);
    }

    private void register(DelegateExecution execution) {
        execution.setVariable("related", passing(false));
        execution.setVariable("callable", passing("NOW"));
        execution.setVariable("eligibleAt", Date.from(Instant.now()));
        execution.setVariable("expiresAt", far());
    }

    private void allocate(DelegateExecution execution) {
        var next = waiting.pollFirst();
        execution.setVariable("callbackFound", passing(next != null));
        if (next == null) {
            return;
        }
        inHand.put(execution.getProcessInstanceId(), next);
        engine.getRuntimeService()
                .createMessageCorrelation("message_callbackAllocated")
                .processInstanceId(next)
                .setVariable("agentId", execution.getProcessInstanceId())
                .setVariable("allocationId", UUID.randomUUID().toString())
                .setVariable("autoStopAt", far())
                .correlate();
    }

    private void tellReception(DelegateExecution execution) {
        var reception = execution.getVariable("agentId").toString();
        inHand.remove(reception);
        engine.getRuntimeService()
                .createMessageCorrelation("message_callbackClosed")
                .processInstanceId(reception)
                .correlate();
    }

    private void release(DelegateExecution execution) {
        var held = inHand.remove(execution.getProcessInstanceId());
        if (held != null) {
            engine.getRuntimeService()
                    .createMessageCorrelation("message_released")
                    .processInstanceId(held)
                    .setVariables(Map.of("callable", passing("NOW"), "cancelRequested", passing(false)))
                    .correlate();
            waiting.addFirst(held);
        }
    }

    private String inHandOf(int agent) {
        var held = inHand.get(receptions.get(agent));
        if (held == null) {
            throw new IllegalStateException("agent %d has no case".formatted(agent));
        }
        return held;
    }

    /** What only gateways of the same transaction read: the lean one does not store it, as the product does not. */
    private TypedValue passing(Object value) {
        return Variables.untypedValue(value, lean);
    }

    private static Date far() {
        return Date.from(Instant.now().plus(FAR));
    }

    @Override
    public void close() {
        engine.close();
    }
}
