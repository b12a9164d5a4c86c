package io.ringback.design;

import com.fasterxml.uuid.Generators;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The drafts of all designers. Everybody who may see drafts sees all of them; only the owner writes one. */
@Service
public class Drafts {

    /** Of one designer; more would be forgotten ones. */
    static final int MOST = 100;

    /** How long a deleted one can be restored. */
    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcDrafts rows;
    private final DraftContents contents;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    Drafts(JdbcDrafts rows, DraftContents contents, AuditTrail audit, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Draft> find(UUID id) {
        return rows.find(id);
    }

    /** @throws NotFound when there is no such draft, or it was deleted */
    public Draft get(UUID id) {
        return find(id).orElseThrow(Drafts::unknown);
    }

    /** Those of a designer, the last saved first. */
    public List<Draft> of(String ownerId) {
        return rows.of(ownerId);
    }

    /** How many a designer has. */
    public int count(String ownerId) {
        return rows.count(ownerId);
    }

    /**
     * Begins one.
     *
     * @throws io.ringback.platform.problem.InvalidField when the file is none that can be kept
     * @throws Conflict when the designer has too many
     */
    public Draft create(
            String ownerId,
            String file,
            String content,
            @Nullable String basedOnKey,
            @Nullable Integer basedOnVersion) {
        var key = contents.key(file, content);
        return transactions.run(() -> {
            rows.lockOwner(ownerId);
            expectRoom(ownerId);
            var draft = new Draft(
                    Generators.timeBasedEpochGenerator().generate(),
                    file,
                    content,
                    ownerId,
                    1,
                    basedOnKey,
                    basedOnVersion,
                    clock.instant(),
                    DraftState.DRAFT);
            rows.insert(draft, key);
            audit.record(new DraftEvent.Created().entry(draft));
            return draft;
        });
    }

    /**
     * Saves what the owner has made of it.
     *
     * @param revision the one it was made on
     * @throws Conflict when it was saved elsewhere meanwhile
     * @throws Forbidden when it is somebody else's
     */
    public Draft save(UUID id, String ownerId, String content, int revision) {
        var file = own(get(id), ownerId).file();
        var key = contents.key(file, content);
        return transactions.run(() -> {
            var before = own(rows.lock(id).orElseThrow(Drafts::unknown), ownerId);
            if (before.revision() != revision) {
                throw new Conflict("Expected to save on revision %s, but %s saved revision %s at %s. Read it again."
                        .formatted(revision, before.ownerId(), before.revision(), before.savedAt()));
            }
            if (!before.content().equals(content)) {
                rows.save(id, content, key, clock.instant());
            }
            return get(id);
        });
    }

    /** Deletes it; it can be restored for {@link #KEPT}. */
    public void delete(UUID id, String ownerId) {
        transactions.execute(() -> {
            var draft = own(rows.lock(id).orElseThrow(Drafts::unknown), ownerId);
            rows.delete(id, clock.instant());
            audit.record(new DraftEvent.Deleted().entry(draft));
        });
    }

    /** Of those whose deletion cannot be taken back any more nothing is kept. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetDeleted() {
        rows.forget(clock.instant().minus(KEPT));
    }

    /** Takes a deletion back. */
    public Draft restore(UUID id, String ownerId) {
        return transactions.run(() -> {
            rows.lockOwner(ownerId);
            var draft = own(rows.lockDeleted(id).orElseThrow(Drafts::unknown), ownerId);
            expectRoom(ownerId);
            rows.restore(id);
            audit.record(new DraftEvent.Restored().entry(draft));
            return draft;
        });
    }

    /** Notes that a second person has to agree to them; in the transaction of its caller, if there is one. */
    public void markWaiting(UUID... ids) {
        rows.mark(List.of(ids), DraftState.WAITING);
    }

    /** Notes that they are deployed as they are now; in the transaction of its caller, if there is one. */
    public void markDeployed(UUID... ids) {
        rows.mark(List.of(ids), DraftState.DEPLOYED);
    }

    /** Notes that a draft has become this version, which whoever goes on with it changes; in the transaction of its caller. */
    void rebase(UUID id, String key, int version) {
        rows.rebase(id, key, version);
    }

    /** Notes that they are drafts again, as when somebody did not agree; in the transaction of its caller, if there is one. */
    public void markDraft(UUID... ids) {
        rows.mark(List.of(ids), DraftState.DRAFT);
    }

    private void expectRoom(String ownerId) {
        if (rows.count(ownerId) >= MOST) {
            throw new Conflict("Expected fewer than %s drafts of one designer, but there are as many. Delete one first."
                    .formatted(MOST));
        }
    }

    private static Draft own(Draft draft, String ownerId) {
        if (!draft.ownerId().equals(ownerId)) {
            throw new Forbidden("Expected a draft of your own, but it is somebody else's. Take a copy of it.");
        }
        return draft;
    }

    private static NotFound unknown() {
        return new NotFound("There is no draft with this id.");
    }
}
