package io.ringback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests of one number on one list are related: only the oldest open one is handled. */
@RingbackTest
class MergingTest {

    @Autowired
    private Centre centre;

    @Test
    void aRelatedRequestIsClosedAtOnceAndNamesItsMainCallback() {
        var list = centre.list();
        var number = centre.newNumber();
        var main = centre.request(list, number);

        var related = centre.request(list, number);

        assertThat(related.path("status").asText()).isEqualTo("MERGED");
        assertThat(related.path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(related.path("closedAt")).isEqualTo(related.path("createdAt"));
        assertThat(centre.status(main)).isEqualTo("WAITING");
    }

    @Test
    void theSameNumberOnAnotherListIsNotRelated() {
        var number = centre.newNumber();

        var here = centre.request(centre.list(), number);
        var there = centre.request(centre.list(), number);

        assertThat(here.path("status").asText()).isEqualTo("WAITING");
        assertThat(there.path("status").asText()).isEqualTo("WAITING");
    }

    @Test
    void aRequestWhileAnAgentHasTheMainCallbackInHandIsMergedIntoIt() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var number = centre.newNumber();
        var main = centre.request(list, number);
        centre.receive(agent, true);

        var related = centre.request(list, number);

        assertThat(related.path("mainCallbackId")).isEqualTo(main.path("id"));
        var shown = centre.desk(agent).at("/case/related");
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("id")).isEqualTo(related.path("id"));
        assertThat(shown.get(0).path("status").asText()).isEqualTo("MERGED");
        assertThat(shown.get(0).path("createdAt")).isEqualTo(related.path("createdAt"));
    }

    @Test
    void aRequestAfterTheMainCallbackHasClosedIsANewMainCallback() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var number = centre.newNumber();
        centre.request(list, number);
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");
        centre.receive(agent, false);

        var next = centre.request(list, number);

        assertThat(next.path("status").asText()).isEqualTo("WAITING");
        assertThat(next.get("mainCallbackId").isNull()).isTrue();
    }
}
