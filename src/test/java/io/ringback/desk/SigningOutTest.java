package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.authority.AuthorityUtils;

/** Whoever signs out has left the desk. */
@RingbackTest
class SigningOutTest {

    @Autowired
    private Centre centre;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void receivingEndsAtOnceAndTheCaseGoesBack() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        signOut(agent);

        assertThat(centre.desk(agent).path("receiving").asBoolean()).isFalse();
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("AGENT");
        assertThat(centre.status(callback)).isEqualTo("WAITING");
        assertThat(jdbc.sql("SELECT actor FROM ringback.audit_event WHERE agent_id = ? AND type = 'RECEIVING_STOPPED'")
                        .param(agent)
                        .query(String.class)
                        .single())
                .isEqualTo(agent);
    }

    @Test
    void aDeskLeftOpenInAnotherTabEndsButNotAProgram() {
        var agent = centre.agentOn(centre.list());
        try (var desk = centre.as(agent).events("/api/v1/desk/events?desk=" + UUID.randomUUID());
                var program = centre.as(agent).events("/api/v1/desk/events")) {
            desk.event("desk");
            program.event("desk");

            signOut(agent);

            assertThat(desk.ends()).isTrue();
            assertThat(program.isOpen()).isTrue();
        }
    }

    @Test
    void signingOutIsNothingSpecialForOthers() {
        signOut(centre.person("SUPERVISOR"));
        signOut(centre.person("AGENT"));
        signOut("nobody");
    }

    private void signOut(String id) {
        events.publishEvent(new LogoutSuccessEvent(UsernamePasswordAuthenticationToken.authenticated(
                id, null, AuthorityUtils.createAuthorityList("AGENT"))));
    }
}
