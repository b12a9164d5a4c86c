package io.ringback.design;

import io.ringback.audit.Actor;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Deployments that wait for a second person. Nobody agrees to their own; what is agreed to is what was asked for, checked once
 * more.
 */
@Service
public class Approvals {

    static final int SHOWN = 1_000;

    /** Of one person; more would be forgotten ones. */
    private static final int MOST = 20;

    private final JdbcWaitingDeployments rows;
    private final Deployments deployments;
    private final SentDrafts drafts;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    Approvals(
            JdbcWaitingDeployments rows,
            Deployments deployments,
            SentDrafts drafts,
            AuditTrail audit,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.deployments = deployments;
        this.drafts = drafts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<WaitingDeployment> waiting() {
        return rows.waiting(SHOWN);
    }

    /** How many of all wait. */
    public int count() {
        return rows.count();
    }

    /**
     * @throws NotFound when there never was such a request
     * @throws Conflict when somebody has decided on it
     */
    public WaitingDeployment get(UUID id) {
        return rows.find(id).orElseThrow(() -> gone(id));
    }

    /** What serves now in place of the files of a request, by their names; nothing of one that is new. */
    public Map<String, ModelVersion> serving(WaitingDeployment waiting) {
        var serving = new TreeMap<String, ModelVersion>();
        waiting.files().forEach(file -> serving(file.name()).ifPresent(newest -> serving.put(file.name(), newest)));
        return serving;
    }

    /** What serves now in place of this file. */
    public Optional<ModelVersion> serving(String file) {
        return deployments.newest(file);
    }

    /**
     * Lets files wait that are deployable.
     *
     * @throws Conflict when too many of this person wait already
     */
    UUID request(List<WaitingDeployment.File> files, String reason) {
        var me = Actor.current();
        var waiting = new WaitingDeployment(UUID.randomUUID(), me, clock.instant(), reason, files);
        transactions.execute(() -> {
            if (rows.count(me) >= MOST) {
                throw new Conflict(
                        "expected fewer than %s deployments of yours to wait, but there are as many. Withdraw one."
                                .formatted(MOST));
            }
            rows.insert(waiting);
            drafts.wait(files);
            var hashes = Deployments.hashes(sent(waiting).files());
            audit.record(new ModelEvent.Requested(waiting.id().toString(), hashes, reason).entry());
        });
        return waiting.id();
    }

    /**
     * @throws Forbidden for whoever wants it
     * @throws ModelsRefused when it is no longer deployable; it goes on waiting
     */
    Deployments.Deployed approve(UUID id) {
        var waiting = ofSomebodyElse(id);
        var sent = sent(waiting);
        var checked = deployments.check(sent);
        return transactions.run(() -> {
            decide(waiting, "APPROVED", null);
            audit.record(new ModelEvent.Approved(id.toString()).entry());
            var deployed = deployments.deploy(sent, checked, waiting.requestedBy(), waiting.reason());
            drafts.deployed(waiting.files());
            return deployed;
        });
    }

    /** @throws Forbidden for whoever wants it */
    void reject(UUID id, String reason) {
        var waiting = ofSomebodyElse(id);
        transactions.execute(() -> {
            decide(waiting, "REJECTED", reason);
            drafts.backAgain(waiting.files());
            audit.record(new ModelEvent.Rejected(id.toString(), reason).entry());
        });
    }

    /** @throws Forbidden for everybody but the one who wants it */
    void withdraw(UUID id) {
        var waiting = get(id);
        if (!waiting.requestedBy().equals(Actor.current())) {
            throw new Forbidden("Only whoever wants a deployment can withdraw it; reject it instead.");
        }
        transactions.execute(() -> {
            decide(waiting, "WITHDRAWN", null);
            drafts.backAgain(waiting.files());
            audit.record(new ModelEvent.Withdrawn(id.toString()).entry());
        });
    }

    private WaitingDeployment ofSomebodyElse(UUID id) {
        var waiting = get(id);
        if (waiting.requestedBy().equals(Actor.current())) {
            throw new Forbidden("Nobody decides on a deployment of their own: expected a second person.");
        }
        return waiting;
    }

    private void decide(WaitingDeployment waiting, String state, @Nullable String reason) {
        if (!rows.decide(waiting.id(), state, Actor.current(), reason, clock.instant())) {
            throw gone(waiting.id());
        }
    }

    private RuntimeException gone(UUID id) {
        return rows.exists(id)
                ? new Conflict(
                        "expected the deployment to wait still, but somebody has decided on it. Look at the list again.")
                : new NotFound("There is no such deployment.");
    }

    private static SentFiles sent(WaitingDeployment waiting) {
        var files = new TreeMap<String, byte[]>();
        var basedOn = new TreeMap<String, Integer>();
        for (var file : waiting.files()) {
            files.put(file.name(), file.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (file.basedOn() != null) {
                basedOn.put(file.name(), file.basedOn());
            }
        }
        return new SentFiles(files, basedOn, List.of());
    }
}
