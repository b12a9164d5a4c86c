package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a command of the engine writes: all of it or nothing, in few round trips, and a lost race is found. */
@RingbackTest
@Import(StatementLog.class)
class EngineWritesTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private IdentityService identities;

    @Autowired
    private StatementLog statements;

    private final String prefix = UUID.randomUUID().toString().replace("-", "");

    @Test
    void rowsOfDifferentKindsGoInOneRoundTrip() {
        var sent = statements.during(() -> inOneCommand(() -> {
            save("one");
            identities.saveTenant(identities.newTenant(prefix));
            save("two");
        }));

        assertThat(sent)
                .filteredOn(statement -> statement.contains("insert into"))
                .hasSize(1);
        assertThat(saved()).isEqualTo(2);
    }

    @Test
    void manyRowsAreAllWritten() {
        inOneCommand(() -> IntStream.range(0, 250).forEach(each -> save("ofMany" + each)));

        assertThat(saved()).isEqualTo(250);
    }

    @Test
    void ifOneIsRefusedNoneIsWrittenAndTheRefusedOneIsNamed() {
        save("thereBefore");

        assertThatThrownBy(() -> inOneCommand(() -> {
                    identities.saveTenant(identities.newTenant(prefix));
                    save("thereBefore");
                }))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("act_id_group_pkey");

        assertThat(identities.createTenantQuery().tenantId(prefix).count()).isZero();
        assertThat(saved()).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsALostRace() {
        save("changedByTwo");
        var mine = group("changedByTwo");
        var theirs = group("changedByTwo");
        theirs.setName("theirs");
        identities.saveGroup(theirs);
        mine.setName("mine");

        assertThatThrownBy(() -> inOneCommand(() -> {
                    save("besideIt");
                    identities.saveGroup(mine);
                }))
                .isInstanceOf(OptimisticLockingException.class);

        assertThat(group("changedByTwo").getName()).isEqualTo("theirs");
        assertThat(saved()).isEqualTo(1);
    }

    private void inOneCommand(Runnable work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> {
                    work.run();
                    return true;
                });
    }

    private void save(String name) {
        identities.saveGroup(identities.newGroup(prefix + name));
    }

    private Group group(String name) {
        return identities.createGroupQuery().groupId(prefix + name).singleResult();
    }

    private long saved() {
        return identities.createGroupQuery().list().stream()
                .filter(group -> group.getId().startsWith(prefix))
                .count();
    }
}
