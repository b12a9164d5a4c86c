package io.ringback.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The engine alone on the same two processes, without HTTP, rows, audit or desks. */
final class BareEngine implements Contender {

    /** As its starter sets it. */
    static final String NAME = "bare engine";
    /** With what spares it work: less history, and values that pass unstored. */
    static final String LEAN = "lean bare engine";

    private final String name;
    private final String database;
    private final SideProcess process;
    private final Copies copies;
    private String template = "";
    private final int agents;
    private final List<String> adopted = new ArrayList<>();

    private BareEngine(String name, String history, Cluster cluster, BenchmarkOptions options, Path logs) {
        this.name = name;
        this.database = "bench_bare_" + history;
        cluster.create(database);
        this.agents = options.agents();
        this.process = new SideProcess(
                "BareEngineSide", history, cluster, database, options.threads(), logs.resolve(database + ".log"));
        this.copies = new Copies(cluster.connect(database), options.lists(), List.of("public"));
    }

    static BareEngine asItsStarterSetsIt(Cluster cluster, BenchmarkOptions options, Path logs) {
        return new BareEngine(NAME, "full", cluster, options, logs);
    }

    static BareEngine lean(Cluster cluster, BenchmarkOptions options, Path logs) {
        return new BareEngine(LEAN, "audit", cluster, options, logs);
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
        List<Batch> batches = new ArrayList<>();
        batches.add(new Batch(Steps.INTAKE, () -> process.run("intake", cases)));
        batches.add(Batch.between(() -> process.run("receive", agents)));
        for (int turn = 0; turn < cases / agents; turn++) {
            batches.add(new Batch(Steps.CALL_STARTED, () -> process.run("callStarted", agents)));
            batches.add(new Batch(Steps.CALL_ENDED, () -> process.run("callEnded", agents)));
            batches.add(new Batch(Steps.SAVE_AND_NEXT, () -> process.run("save", agents)));
        }
        batches.add(Batch.between(() -> process.run("stop", agents)));
        return batches;
    }

    @Override
    public void fill(int more) {
        if (template.isEmpty()) {
            template = process.ask("template 0");
            copies.learn(List.of(template));
        }
        copies.make(more);
        var some = copies.newestIds(template, more, 5_000);
        adopted.addAll(some);
        if (!some.isEmpty()) {
            process.ask("adopt " + String.join(" ", some));
        }
    }

    @Override
    public long copiesWorkedOff() {
        return copies.gone("act_ru_execution", "id_", adopted);
    }

    @Override
    public void close() {
        process.close();
    }
}
