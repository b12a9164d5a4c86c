package io.ringback.reception;

import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The agents whose rows the transaction of this thread has locked, and keeps locked until its end. */
final class LockedAgents implements TransactionSynchronization {

    private final Set<String> ids = new HashSet<>();

    private LockedAgents() {}

    static void add(String id) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            var locked = (LockedAgents) TransactionSynchronizationManager.getResource(LockedAgents.class);
            if (locked == null) {
                locked = new LockedAgents();
                TransactionSynchronizationManager.bindResource(LockedAgents.class, locked);
                TransactionSynchronizationManager.registerSynchronization(locked);
            }
            locked.ids.add(id);
        }
    }

    static boolean contains(String id) {
        var locked = (LockedAgents) TransactionSynchronizationManager.getResource(LockedAgents.class);
        return locked != null && locked.ids.contains(id);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(LockedAgents.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(LockedAgents.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(LockedAgents.class);
    }
}
