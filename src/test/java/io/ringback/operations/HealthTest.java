package io.ringback.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Strangers are told whether it is well, administrators what is not. */
@RingbackTest
class HealthTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Test
    void lateTimersAreTroubleButKeepNoNodeFromTakingRequests() {
        centre.request(centre.list(), centre.newNumber());
        clock.advance(Duration.ofHours(2));

        var health = centre.as(centre.person("ADMIN")).get("/actuator/health");

        var timers = health.json().at("/components/timerLag");
        assertThat(health.status()).isEqualTo(503);
        assertThat(timers.path("status").asText()).isEqualTo("OUT_OF_SERVICE");
        assertThat(timers.at("/details/lagSeconds").asDouble()).isGreaterThanOrEqualTo(3_600);
        assertThat(timers.at("/details/due").asInt()).isPositive();
        assertThat(health.json().at("/components/engine/status").asText()).isEqualTo("UP");
        assertThat(health.json().at("/components/db/status").asText()).isEqualTo("UP");
        assertThat(centre.server().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(centre.server().get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void onlyAdministratorsAreToldOfTheParts() {
        assertThat(centre.server().get("/actuator/health").json().has("components"))
                .isFalse();
        assertThat(centre.as(centre.person("SUPERVISOR"))
                        .get("/actuator/health")
                        .json()
                        .has("components"))
                .isFalse();
        assertThat(centre.as(centre.person("ADMIN"))
                        .get("/actuator/health/readiness")
                        .json()
                        .path("components")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("db", "engine", "readinessState", "clock");
    }
}
