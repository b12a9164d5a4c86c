package io.ringback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;

@RingbackTest
@TestPropertySource(properties = "spring.application.name=copies") // a database of its own
class CopiesTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void copiesOfACallbackAreWorkedOffAsItself() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var original = centre.request(list, "+" + CopiedRow.NUMBER);
        try (var copies = new Copies(superuser(), 1, List.of("public", "ringback"))) {
            copies.learn(List.of(
                    Centre.id(original).toString(), instance(original.path("id").asText())));
            copies.make(3);
        }

        centre.receive(agent, true);
        for (int turn = 0; turn < 4; turn++) {
            centre.endCall(agent, centre.call(agent));
            centre.save(agent, "ANSWERED");
        }

        assertThat(jdbc.sql("SELECT status FROM ringback.callback")
                        .query(String.class)
                        .list())
                .hasSize(4)
                .containsOnly("RESOLVED");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM public.act_ru_execution WHERE business_key_ IN (SELECT id::text FROM ringback.callback)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String instance(String callback) {
        return jdbc.sql("SELECT process_instance_id FROM ringback.callback WHERE id = ?::uuid")
                .param(callback)
                .query(String.class)
                .single();
    }

    private DriverManagerDataSource superuser() {
        var database = jdbc.sql("SELECT current_database()").query(String.class).single();
        return new DriverManagerDataSource(
                TestDatabase.ofServer().url().replaceFirst("/postgres\\?", "/%s?".formatted(database)));
    }
}
