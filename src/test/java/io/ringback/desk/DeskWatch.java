package io.ringback.desk;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.EventStream;
import io.ringback.support.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent with a desk, and a node that has looked for lost ones long enough to miss it. */
final class DeskWatch {

    static final Duration A_LOOK = Duration.ofSeconds(5);
    static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final UUID desk = UUID.randomUUID();
    private final Centre centre;
    private final MovableClock clock;
    private final AutowireCapableBeanFactory beans;
    private final JdbcClient jdbc;
    private final String list;
    private final String agent;
    private LostDesks node;

    DeskWatch(Centre centre, MovableClock clock, AutowireCapableBeanFactory beans, JdbcClient jdbc) {
        this.centre = centre;
        this.clock = clock;
        this.beans = beans;
        this.jdbc = jdbc;
        list = centre.list();
        agent = centre.agentOn(list);
        node = startedNode();
        pass(A_MINUTE);
    }

    String list() {
        return list;
    }

    String agent() {
        return agent;
    }

    LostDesks node() {
        return node;
    }

    void restart() {
        node = startedNode();
    }

    LostDesks startedNode() {
        return beans.createBean(LostDesks.class);
    }

    /** Time goes by, and the node looks for lost desks as often as it does in operation. */
    void pass(Duration time) {
        for (var left = time; !left.isZero(); left = left.minus(A_LOOK)) {
            clock.advance(A_LOOK);
            node.runOnce();
        }
    }

    EventStream page() {
        return page(agent, desk);
    }

    EventStream page(String whose, UUID deskId) {
        return centre.openDesk(whose, deskId);
    }

    void answer() {
        var answer = centre.as(agent).put("/api/v1/desk/presence", json("{'desk':'%s'}", desk));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    boolean isReceiving() {
        return isReceiving(agent);
    }

    boolean isReceiving(String whom) {
        var receiving = centre.desk(whom).path("receiving");
        return receiving.asBoolean();
    }

    List<String> stops() {
        return jdbc.sql("""
                        SELECT actor || ': ' || reason FROM ringback.audit_event
                        WHERE agent_id = ? AND type = 'RECEIVING_STOPPED' ORDER BY id""").param(agent).query(String.class).list();
    }
}
