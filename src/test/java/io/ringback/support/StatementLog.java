package io.ringback.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Writes down what is sent to the database, one entry for each round trip. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementLog implements BeanPostProcessor, QueryExecutionListener {

    /** Of requests and of the test itself: loops look by themselves now and then whether there is something to do. */
    private static final Pattern COUNTED = Pattern.compile("http-.*-exec-\\d+|main");

    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** Nobody can tell from what writes down where the database is that the owner of its tables goes to. */
    @Bean
    static DynamicPropertyRegistrar connectionsOfMigrations(Environment environment) {
        return settings -> {
            settings.add(
                    "spring.flyway.url",
                    () -> ServerRole.urlOfOwner(environment.getRequiredProperty("spring.datasource.url")));
            settings.add(
                    "spring.flyway.init-sqls[0]",
                    () -> environment.getRequiredProperty("spring.datasource.hikari.connection-init-sql"));
        };
    }

    /** What was sent while the work ran; meant for a server on which nothing else happens meanwhile. */
    public List<String> during(Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Counted when done.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!COUNTED.matcher(Thread.currentThread().getName()).matches()) {
            return;
        }
        queries.stream()
                .findFirst()
                .ifPresent(first -> statements.add("%d × %s"
                        .formatted(execution.getBatchSize(), first.getQuery().replaceAll("\\s+", " "))));
    }
}
