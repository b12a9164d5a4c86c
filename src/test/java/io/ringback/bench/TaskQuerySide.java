package io.ringback.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.TaskAlreadyClaimedException;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;

/** How a case is taken where there is nothing but an engine: the oldest tasks of one's groups are asked for, and one claimed. */
final class TaskQuerySide implements Side {

    private final SideBySide threads;
    private final ProcessEngine engine;
    private final Queue<String> claimed = new ConcurrentLinkedQueue<>();

    TaskQuerySide(DataSource database, SideBySide threads, String history) {
        this.threads = threads;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(history);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(true);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "callback.bpmn",
                        new ByteArrayInputStream(TaskModel.of("http://camunda.org/schema/1.0/bpmn")
                                .getBytes(StandardCharsets.UTF_8)))
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
            } catch (TaskAlreadyClaimedException | OptimisticLockingException e) {
                // somebody else was sooner
            }
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
