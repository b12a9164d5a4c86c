package io.ringback.account;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.TwoNodes;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from an account is gone on every node with the answer to the change, also for programs. */
@Tag("server")
class ChangedPasswordTest {

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @RepeatedTest(10)
    void endsTheFormerOneAlsoWhileItIsInUse() {
        var centre = nodes.centre();
        var agent = centre.person("AGENT");
        var chief = centre.as(centre.person("ADMIN"));
        var busy = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 4; i++) {
                var turn = i;
                threads.submit(() -> {
                    while (busy.get()) {
                        nodes.centre(turn).as(agent).get("/api/v1/lists");
                    }
                });
            }

            chief.put("/api/v1/accounts/" + agent + "/password", json("{'password':'another horse'}"));

            for (int node = 0; node < 2; node++) {
                assertThat(nodes.centre(node).as(agent).get("/api/v1/lists").status())
                        .isIn(401, 429);
                assertThat(nodes.centre(node)
                                .server()
                                .as(agent, "another horse")
                                .get("/api/v1/lists")
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            busy.set(false);
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'a','roles':['AGENT'],'enabled':false}",
                "{'name':'a','roles':[],'enabled':true}",
                "{'name':'a','roles':['INTEGRATOR'],'enabled':true}"
            })
    void endsWhatAnAccountMayNoLonger(String change) {
        var agent = nodes.centre().person("AGENT");
        for (int node = 0; node < 2; node++) {
            assertThat(nodes.centre(node).as(agent).get("/api/v1/desk").status())
                    .isEqualTo(200);
        }

        var chief = nodes.centre().as(nodes.centre().person("ADMIN"));
        assertThat(chief.put("/api/v1/accounts/" + agent, json(change)).status())
                .isEqualTo(200);

        for (int node = 0; node < 2; node++) {
            assertThat(nodes.centre(node).as(agent).get("/api/v1/desk").status())
                    .isIn(401, 403);
        }
    }
}
