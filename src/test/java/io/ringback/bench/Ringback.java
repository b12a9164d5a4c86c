package io.ringback.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** The server, over HTTP: a program registers callbacks, agents who have signed in work them off. */
final class Ringback implements Contender {

    static final String NAME = "Ringback over HTTP";
    private static final String DATABASE = "ringback";
    /** Long ones and short ones. */
    private static final List<Integer> LISTS_OF_AGENTS = List.of(0, 1, 10, 100, 400);

    private final RingbackServer server;
    private final BenchmarkOptions options;
    private final Copies copies;
    private final SideBySide threads;
    private final Office office;
    private final List<DeskAgent> agents = new ArrayList<>();
    private final AtomicInteger callers = new AtomicInteger();
    private String template = "";

    Ringback(RingbackServer server, Cluster cluster, BenchmarkOptions options) {
        this.server = server;
        this.options = options;
        this.threads = new SideBySide(options.threads());
        this.copies = new Copies(cluster.connect(DATABASE), options.lists(), List.of("public", "ringback"));
        this.office = new Office(server.address());
        office.list(CopiedRow.LIST, "PT3H"); // its callback, and copies, come before those of the rounds
        IntStream.range(0, options.lists()).forEach(number -> office.list(listId(number), "PT20H"));
        for (int number = 0; number < options.agents(); number++) {
            agents.add(office.agent("bench-agent-" + number, lists()));
        }
    }

    private List<String> lists() {
        return LISTS_OF_AGENTS.stream()
                .filter(number -> number < options.lists())
                .map(Ringback::listId)
                .toList();
    }

    private static String listId(int number) {
        return "bench-" + number;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pid() {
        return server.pid();
    }

    @Override
    public String database() {
        return DATABASE;
    }

    @Override
    public List<Batch> round(int cases) {
        List<Batch> batches = new ArrayList<>();
        batches.add(new Batch(Steps.INTAKE, () -> threads.timed(cases, number -> register())));
        batches.add(Batch.between(() -> each(agent -> agent.receiving(true))));
        for (int turn = 0; turn < cases / agents.size(); turn++) {
            batches.add(new Batch(Steps.CALL_STARTED, () -> each(DeskAgent::call)));
            batches.add(new Batch(Steps.CALL_ENDED, () -> each(DeskAgent::hangUp)));
            batches.add(new Batch(Steps.SAVE_AND_NEXT, () -> each(DeskAgent::save)));
        }
        batches.add(Batch.between(() -> each(agent -> agent.receiving(false))));
        return batches;
    }

    private long[] each(Consumer<DeskAgent> work) {
        return threads.timed(agents.size(), number -> work.accept(agents.get(number)));
    }

    private void register() {
        var lists = lists();
        office.register(lists.get(callers.getAndIncrement() % lists.size()));
    }

    @Override
    public void fill(int more) {
        if (template.isEmpty()) {
            template = office.register(CopiedRow.LIST, Map.of("phoneNumber", "+" + CopiedRow.NUMBER))
                    .get("id")
                    .asText();
            copies.learnCallback(template);
        }
        copies.make(more);
        awaitRest();
    }

    /** The copies are numbered, chained and told to other programs in the background, which is no part of the cases that follow. */
    private void awaitRest() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> copies.jdbc().sql("""
                        SELECT NOT EXISTS (SELECT FROM ringback.outgoing_new)
                            AND (SELECT sealed_to FROM ringback.audit_chain) >= (SELECT max(id) FROM ringback.audit_event)
                            AND (SELECT count(*) FROM ringback.list_change) < 10000
                            AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE backend_type = 'autovacuum worker')""").query(Boolean.class).single());
    }

    @Override
    public long copiesWorkedOff() {
        return copies.jdbc()
                .sql("SELECT count(*) FROM ringback.callback WHERE id::text LIKE ? || '%' AND status = 'RESOLVED'")
                .param(CopiedRow.kept(template))
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        threads.close();
    }
}
