package io.ringback.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Those that know a case only as something to take and to complete. */
final class Tasks implements Contender {

    private static final String FLOOR = "FloorSide";

    private final String name;
    private final String side;
    private final String database;
    private final SideProcess process;
    private final Copies copies;
    private String template = "";

    private Tasks(String name, String side, String history, Cluster cluster, BenchmarkOptions options, Path logs) {
        this.name = name;
        this.side = side;
        this.database = "bench_" + side.toLowerCase(Locale.ROOT);
        cluster.create(database);
        this.process =
                new SideProcess(side, history, cluster, database, options.threads(), logs.resolve(side + ".log"));
        this.copies = new Copies(cluster.connect(database), options.lists(), List.of("public"));
    }

    static Tasks ofTheEngine(Cluster cluster, BenchmarkOptions options, Path logs) {
        return new Tasks("task query, Operaton", "TaskQuerySide", "full", cluster, options, logs);
    }

    static Tasks ofFlowable(Cluster cluster, BenchmarkOptions options, Path logs) {
        return new Tasks("task query, Flowable", "FlowableSide", "audit", cluster, options, logs);
    }

    static Tasks floor(Cluster cluster, BenchmarkOptions options, Path logs) {
        return new Tasks("floor: one table", FLOOR, "", cluster, options, logs);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public List<Batch> round(int cases) {
        return List.of(
                new Batch(Steps.INTAKE, () -> process.run("intake", cases)),
                new Batch(Steps.TAKE, () -> process.run("take", cases)),
                new Batch(Steps.COMPLETE, () -> process.run("complete", cases)));
    }

    @Override
    public void fill(int more) {
        if (side.equals(FLOOR)) {
            copies.make(more, """
                    INSERT INTO callback (list, number, due_at)
                    SELECT list, number, now() + interval '2 hours' + later FROM bench.copy
                    WHERE n BETWEEN :first AND :last""");
            return;
        }
        if (template.isEmpty()) {
            template = process.ask("template 0");
            copies.learn(List.of(template));
        }
        copies.make(more);
    }

    @Override
    public long copiesWorkedOff() {
        var done = side.equals(FLOOR)
                ? "EXISTS (SELECT FROM callback WHERE number = k.number AND done_at IS NOT NULL)"
                : "NOT EXISTS (SELECT FROM act_ru_execution WHERE id_ = '%s' || k.hex)"
                        .formatted(CopiedRow.kept(template));
        return copies.jdbc()
                .sql("SELECT count(*) FROM bench.copy k WHERE " + done)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        process.close();
    }
}
