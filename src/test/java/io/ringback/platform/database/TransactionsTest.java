package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.support.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("server")
class TransactionsTest {

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(TestDatabase.create().url());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Transactions transactions = new Transactions(
            new DataSourceTransactionManager(source),
            new StaticListableBeanFactory().getBeanProvider(FailureRecovery.class));
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesALostRaceAgainFromTheStart() {
        jdbc.sql("CREATE TABLE written (value int)").update();

        int result = transactions.run(() -> {
            jdbc.sql("INSERT INTO written VALUES (1)").update();
            if (tries.incrementAndGet() < 3) {
                throw new OptimisticLockingFailureException("lost");
            }
            return 42;
        });

        assertThat(result).isEqualTo(42);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void givesUpAfterSomeTries() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    tries.incrementAndGet();
                    throw new OptimisticLockingFailureException("lost");
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(tries).hasValue(Transactions.TRIES);
    }

    @Test
    void doesNotTryInsideOfAnotherTransactionOrAfterOtherErrors() {
        assertThatThrownBy(() -> transactions.execute(() -> transactions.execute(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("broken");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void keepsWorkOfItsOwnWhenTheOuterTransactionFails() {
        jdbc.sql("CREATE TABLE written (value int)").update();

        assertThatThrownBy(() -> transactions.execute(() -> {
                    transactions.inNew(
                            () -> jdbc.sql("INSERT INTO written VALUES (1)").update());
                    jdbc.sql("INSERT INTO written VALUES (2)").update();
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count()).isEqualTo(1);
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM written").query(Integer.class).single();
    }
}
