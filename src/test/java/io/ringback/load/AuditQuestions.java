package io.ringback.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors look for, with other values each time. */
final class AuditQuestions {

    private final Random random = new Random(2);
    private final AuditSizeOptions options;
    private final List<Known> known;
    private final List<String> lookers;

    AuditQuestions(JdbcClient jdbc, AuditSizeOptions options) {
        this.options = options;
        this.known = jdbc.sql("""
                        SELECT id, phone_number, external_id, created_at FROM ringback.callback
                        WHERE closed_at IS NOT NULL AND external_id IS NOT NULL AND list_id LIKE 'busy-%'
                        ORDER BY hashtext(id::text) LIMIT 2000""")
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("phone_number"),
                        row.getString("external_id"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
        this.lookers = jdbc.sql("""
                        SELECT actor FROM (SELECT actor FROM ringback.audit_event WHERE starts_with(type, 'LOOKED_AT')
                                           ORDER BY id DESC LIMIT 5000) AS last GROUP BY actor ORDER BY count(*) DESC""").query(String.class).list();
    }

    /** @param field of the request that it sets */
    record Criterion(String name, String field, Supplier<Map<String, String>> values) {}

    List<Criterion> all() {
        var criteria = new ArrayList<>(List.of(
                one("number", "phoneNumber", () -> any().number()),
                one(
                        "number, as written at home",
                        "phoneNumber",
                        () -> "0" + any().number().substring(4)),
                one("part of a number", "phoneNumber", () -> any().number().substring(6)),
                one("id", "callbackId", () -> any().id().toString()),
                one("external id", "externalId", () -> any().externalId()),
                one("busy agent", "agentId", () -> "busy-audit-agent-" + (1 + random.nextInt(3))),
                one("rare agent", "agentId", () -> "busy-audit-agent-" + (options.agents() - random.nextInt(10))),
                one("busy list", "listId", () -> "busy-audit-list-" + (1 + random.nextInt(2))),
                one("rare list", "listId", () -> "busy-audit-list-" + (options.lists() - random.nextInt(5))),
                new Criterion("a day", "from", () -> from(any().createdAt(), Duration.ofDays(1))),
                new Criterion(
                        "two years",
                        "from",
                        () -> from(
                                Instant.now().minus(Duration.ofDays(365L * options.years() - random.nextInt(300))),
                                Duration.ofDays(730))),
                one("usual status", "status", () -> "RESOLVED"),
                one("rarer status", "status", () -> random.nextBoolean() ? "EXPIRED" : "CANCELLED"),
                one("usual outcome", "outcome", () -> "ANSWERED"),
                one("rarer outcome", "outcome", () -> random.nextBoolean() ? "BUSY" : "NO_ANSWER"),
                one("version", "processVersion", () -> Integer.toString(1 + random.nextInt(options.versions()))),
                one(
                        "version of a process",
                        "processVersion",
                        () -> "callbackCase:" + (1 + random.nextInt(options.versions())))));
        if (!lookers.isEmpty()) {
            criteria.add(one("who looked", "lookedAtBy", () -> lookers.get(random.nextInt(lookers.size()))));
        }
        return List.copyOf(criteria);
    }

    Known any() {
        return known.get(random.nextInt(known.size()));
    }

    /** Of one callback at random. */
    record Known(UUID id, String number, String externalId, Instant createdAt) {}

    static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Map<String, String> both(Criterion one, Criterion other) {
        var fields = new LinkedHashMap<>(one.values().get());
        fields.putAll(other.values().get());
        return fields;
    }

    private static Criterion one(String name, String field, Supplier<String> value) {
        return new Criterion(name, field, () -> Map.of(field, value.get()));
    }

    private static Map<String, String> from(Instant begin, Duration length) {
        return Map.of("from", begin.toString(), "to", begin.plus(length).toString());
    }
}
