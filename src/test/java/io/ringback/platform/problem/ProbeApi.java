package io.ringback.platform.problem;

import io.ringback.platform.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints with one of each, open to everybody, for {@link ProblemsTest}. */
@TestComponent
@RestController
public class ProbeApi {

    @PostMapping("/probe")
    Probe echo(@Valid @RequestBody Probe probe) {
        return probe;
    }

    @GetMapping("/probe")
    String query(@RequestParam @Max(10) int limit, @RequestParam(required = false) @Nullable String text) {
        return "ok";
    }

    @GetMapping("/probe/{kind}")
    String fail(@PathVariable Kind kind) {
        throw switch (kind) {
            case NOT_FOUND -> new NotFound("There is no probe.");
            case CONFLICT -> new Conflict("Expected an open probe, but it is closed.");
            case LOST_RACE -> new OptimisticLockingFailureException("row 5");
            case MALFORMED -> new Malformed("The ETag cannot be read.");
            case INVALID -> new InvalidField("phoneNumber", "is not a possible number");
            case UNFORESEEN -> new IllegalStateException("secret +358401234567");
        };
    }

    enum Kind {
        NOT_FOUND,
        CONFLICT,
        LOST_RACE,
        MALFORMED,
        INVALID,
        UNFORESEEN
    }

    record Probe(
            @NotNull @PlainText(max = 10) String text,
            @PlainText(max = 10, multiline = true) @Nullable String note,
            @Nullable Instant at,
            @Nullable Duration after,
            @Nullable Kind kind,
            @Nullable Boolean flag,
            @Nullable Integer number,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable UUID id,
            @Nullable Map<String, String> attributes,
            @Nullable List<String> words,
            @Valid @Nullable Probe inner) {}

    @TestConfiguration(proxyBeanMethods = false)
    public static class Open {

        @Bean
        @Order(0)
        SecurityFilterChain probes(HttpSecurity http) throws Exception {
            return http.securityMatcher("/probe", "/probe/**")
                    .csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
