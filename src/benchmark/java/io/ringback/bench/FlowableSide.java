package io.ringback.bench;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.api.FlowableTaskAlreadyClaimedException;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The same as {@link TaskQuerySide}, on Flowable at its defaults. */
final class FlowableSide implements Side {

    private final SideBySide threads;
    private final ProcessEngine engine;
    private final Queue<String> claimed = new ConcurrentLinkedQueue<>();

    FlowableSide(DataSource database, SideBySide threads, String history) {
        this.threads = threads;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(history);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setAsyncExecutorActivate(true);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("callback.bpmn20.xml", TaskModel.of("http://flowable.org/bpmn"))
                .deploy();
    }

    @Override
    public long[] run(String step, int count) {
        return switch (step) {
            case "intake" -> threads.timed(count, number -> start(TaskModel.listOf(number)));
            case "take" -> threads.timed(count, number -> claimed.add(take("agent-" + number)));
            case "complete" ->
                threads.timed(count, number -> engine.getTaskService().complete(claimed.remove()));
            default -> throw new IllegalArgumentException(step);
        };
    }

    @Override
    public String template() {
        return start(CopiedRow.LIST);
    }

    private String start(String list) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("callback", Map.of("list", list))
                .getId();
    }

    private String take(String agent) {
        while (true) {
            var oldest = engine.getTaskService()
                    .createTaskQuery()
                    .taskCandidateGroupIn(TaskModel.LISTS_OF_AGENTS)
                    .taskUnassigned()
                    .orderByTaskCreateTime()
                    .asc()
                    .listPage(0, TaskModel.LOOKED_AT);
            var task = oldest.get(ThreadLocalRandom.current().nextInt(oldest.size()))
                    .getId();
            try {
                engine.getTaskService().claim(task, agent);
                return task;
            } catch (FlowableTaskAlreadyClaimedException | FlowableOptimisticLockingException e) {
                // somebody else was sooner
            }
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
