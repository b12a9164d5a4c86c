package io.ringback.desk;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.EventStream;
import io.ringback.support.TwoNodes;
import io.ringback.support.WebSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No stream outlasts the right by which it was opened, on whichever node either is. */
@Tag("server")
class LastingRightsTest {

    /** Less than the time between two looks at what nobody has told of. */
    private static final Duration SOON = Duration.ofSeconds(12);

    private static TwoNodes nodes;

    private String agent;
    private WebSession browser;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void anAgentSignedIn() {
        agent = nodes.centre().agentOn(nodes.centre().list());
        browser = nodes.centre().signedIn(agent);
        browser.page("/desk");
    }

    static Stream<Arguments> endings() {
        return Arrays.stream(Ending.values())
                .flatMap(ending -> Arrays.stream(Caller.values())
                        .filter(ending::concerns)
                        .map(caller -> Arguments.of(ending, caller)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aStreamEndsWithItsRight(Ending ending, Caller caller) {
        try (var stream = caller.open(this);
                var ofAnother =
                        nodes.centre().as(nodes.centre().person("AGENT")).events("/api/v1/desk/events")) {
            stream.event("desk");
            ofAnother.event("desk");

            var begun = System.nanoTime();
            ending.happens(this);

            assertThat(stream.ends()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            assertThat(ofAnother.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION", "SESSION_OF_PAGE"})
    void aStreamEndsWhenItsSessionHasGrownTooOld(Caller caller) {
        nodes.jdbc()
                .sql("UPDATE ringback.web_session SET creation_time = creation_time - ? WHERE principal_name = ?")
                .params(Duration.ofHours(12).minusSeconds(5).toMillis(), agent)
                .update();
        try (var stream = caller.open(this)) {
            stream.event("desk");

            assertThat(stream.ends()).isTrue();
        }
        for (var node : List.of(nodes.centre(), nodes.otherCentre())) {
            assertThat(browser.to(node.port()).get("/api/v1/desk").status()).isEqualTo(401);
        }
    }

    @Test
    void whoIsRenamedKeepsTheStream() {
        try (var stream = Caller.SESSION.open(this)) {
            stream.event("desk");

            changed("{'name':'Another','roles':['AGENT'],'enabled':true}");
            nodes.centre().receive(agent, true);

            stream.event("desk", desk -> desk.path("receiving").asBoolean());
        }
    }

    @Test
    void aListIsNotShownAnyMoreOnceAccessIsTaken() {
        var list = nodes.centre().list();
        nodes.centre().giveAccess(agent, list);
        try (var stream = Caller.PROGRAM.open(this)) {
            stream.event("desk", desk -> desk.path("lists").size() == 2);

            nodes.centre()
                    .as(nodes.centre().person("SUPERVISOR"))
                    .delete("/api/v1/lists/%s/agents/%s".formatted(list, agent));

            stream.event("desk", desk -> desk.path("lists").size() == 1);
        }
    }

    private void changed(String account) {
        var answer = chief().put("/api/v1/accounts/" + agent, json(account));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private io.ringback.support.Http chief() {
        return nodes.centre().as(nodes.centre().person("ADMIN"));
    }

    /** On the other node than everything else. */
    enum Caller {
        SESSION {
            @Override
            EventStream open(LastingRightsTest test) {
                var port = nodes.otherCentre().port();
                return test.browser.to(port).events("/api/v1/desk/events");
            }
        },
        SESSION_OF_PAGE {
            @Override
            EventStream open(LastingRightsTest test) {
                var port = nodes.otherCentre().port();
                return test.browser.to(port).events("/api/v1/desk/events?desk=" + UUID.randomUUID());
            }
        },
        PROGRAM {
            @Override
            EventStream open(LastingRightsTest test) {
                return nodes.otherCentre().as(test.agent).events("/api/v1/desk/events");
            }
        };

        abstract EventStream open(LastingRightsTest test);
    }

    enum Ending {
        PASSWORD_CHANGED {
            @Override
            void happens(LastingRightsTest test) {
                var answer = test.chief()
                        .put(
                                "/api/v1/accounts/%s/password".formatted(test.agent),
                                json("{'password':'another horse 1'}"));
                assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            }
        },
        SESSIONS_ENDED {
            @Override
            void happens(LastingRightsTest test) {
                test.chief().delete("/api/v1/accounts/%s/sessions".formatted(test.agent));
            }
        },
        SIGNED_OUT {
            @Override
            void happens(LastingRightsTest test) {
                var answer = test.browser.to(nodes.centre().port()).signOut();
                assertThat(answer.status()).isEqualTo(302);
            }

            @Override
            boolean concerns(Caller caller) {
                return caller != Caller.PROGRAM;
            }
        },
        DISABLED {
            @Override
            void happens(LastingRightsTest test) {
                test.changed("{'name':'A','roles':['AGENT'],'enabled':false}");
            }
        },
        ROLE_TAKEN {
            @Override
            void happens(LastingRightsTest test) {
                test.changed("{'name':'A','roles':['AUDITOR'],'enabled':true}");
            }
        },
        SESSION_DELETED_BY_HAND {
            @Override
            void happens(LastingRightsTest test) {
                nodes.centre().endSessions(test.agent);
            }

            @Override
            boolean concerns(Caller caller) {
                return caller != Caller.PROGRAM;
            }
        },
        ACCOUNT_DISABLED_BY_HAND {
            @Override
            void happens(LastingRightsTest test) {
                nodes.jdbc()
                        .sql("UPDATE ringback.account SET enabled = false WHERE id = ?")
                        .param(test.agent)
                        .update();
            }
        };

        abstract void happens(LastingRightsTest test);

        boolean concerns(Caller caller) {
            return true;
        }
    }
}
