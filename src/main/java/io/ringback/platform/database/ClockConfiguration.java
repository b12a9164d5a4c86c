package io.ringback.platform.database;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The only source of time. */
    @Bean
    DatabaseClock databaseClock(JdbcDatabaseTime time) {
        var clock = new DatabaseClock(System::nanoTime, InstantSource.system());
        time.readInto(clock);
        return clock;
    }

    @Bean
    JdbcDatabaseTime databaseTime(DataSource database) {
        return new JdbcDatabaseTime(database);
    }
}
