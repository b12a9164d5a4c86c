package io.ringback.support;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The role that servers run as in tests: it owns nothing. Tables are made by the superuser, as their owner. */
public final class ServerRole {

    static final String NAME = "ringback_server";

    private static final String OWNER = "user=postgres";
    private static final String OWNER_OF_EMBEDDED = "ringback";

    private ServerRole() {}

    /** The settings of a server on this database; one whose address names another role than the superuser is run as that. */
    public static Map<String, Object> settings(String url) {
        return url.contains(OWNER)
                ? Map.of("spring.datasource.url", url.replace(OWNER, "user=" + NAME), "spring.flyway.user", "postgres")
                : Map.of("spring.datasource.url", url);
    }

    static String urlOfOwner(String url) {
        return url.replace("user=" + NAME, OWNER);
    }

    /** The same as arguments. */
    static Stream<String> arguments(String url) {
        return settings(url).entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    }

    /** For what only the owner may do: the connections of a server are given, those of the owner are answered. */
    public static JdbcClient owner(DataSource server) {
        var pool = (HikariDataSource) server;
        var url = pool.getJdbcUrl().replaceFirst("\\?.*", "");
        return JdbcClient.create(
                pool.getPassword() == null
                        ? new DriverManagerDataSource(url + "?" + OWNER)
                        : new DriverManagerDataSource(url, OWNER_OF_EMBEDDED, pool.getPassword()));
    }
}
