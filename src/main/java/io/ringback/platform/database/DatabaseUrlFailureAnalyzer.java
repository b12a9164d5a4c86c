package io.ringback.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Tells that the address of the database is none of PostgreSQL's; the address itself may hold a password and is not told. */
class DatabaseUrlFailureAnalyzer implements FailureAnalyzer, Ordered {

    private static final String SETTING = "spring.datasource.url";

    private final Environment settings;

    DatabaseUrlFailureAnalyzer(Environment settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var url = settings.getProperty(SETTING);
        if (!StringUtils.hasText(url) || isOfSomeDriver(url)) {
            return null;
        }
        return new FailureAnalysis(
                SETTING + " is no address of a PostgreSQL database.",
                "Write it as jdbc:postgresql://<host>:<port>/<database>, and the role in spring.datasource.username and"
                        + " spring.datasource.password.",
                failure);
    }

    private static boolean isOfSomeDriver(String url) {
        try {
            DriverManager.getDriver(url);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
