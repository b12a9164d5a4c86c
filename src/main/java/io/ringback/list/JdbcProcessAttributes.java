package io.ringback.list;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names of attributes that some list lets, or has let, processes read. */
@Repository
class JdbcProcessAttributes {

    private final JdbcClient jdbc;

    JdbcProcessAttributes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<String> names) {
        if (!names.isEmpty()) {
            jdbc.sql("""
                            INSERT INTO ringback.process_attribute (name)
                            SELECT name FROM unnest(?::text[]) AS given (name) ORDER BY name
                            ON CONFLICT DO NOTHING""").param(names.toArray(String[]::new)).update();
        }
    }

    Set<String> all() {
        return jdbc.sql("SELECT name FROM ringback.process_attribute")
                .query(String.class)
                .set();
    }

    boolean has(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.process_attribute WHERE name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }
}
