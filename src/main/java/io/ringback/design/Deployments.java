package io.ringback.design;

import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.Sha256;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.NotFound;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * Deploys what designers bring, after the check that everything else is checked by. Whoever deploys at the same moment comes
 * after the other, and sees what that one has done.
 */
@Service
public class Deployments {

    private final ModelChecks checks;
    private final ModelStore store;
    private final AuditTrail audit;
    private final Transactions transactions;

    Deployments(ModelChecks checks, ModelStore store, AuditTrail audit, Transactions transactions) {
        this.checks = checks;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What there is to say of these files; nothing of them is evaluated unless the rules have found no error. */
    public CheckedFiles check(List<ModelText> sent) {
        return check(SentFiles.of(sent, checks));
    }

    /** What the rules say, at once: no cases are played. */
    CheckedFiles look(List<ModelText> sent) {
        var files = SentFiles.of(sent, checks);
        return CheckedFiles.of(files.refused().isEmpty() ? checks.checkWithoutPlaying(files.files()) : files.refused());
    }

    CheckedFiles check(SentFiles sent) {
        return CheckedFiles.of(sent.refused().isEmpty() ? checks.check(sent.files()) : sent.refused());
    }

    SentFiles sent(List<ModelText> files) {
        return SentFiles.of(files, checks);
    }

    Optional<ModelVersion> newest(String file) {
        return store.newest(file).flatMap(newest -> newest.versions().stream().findFirst());
    }

    /** @param deployed in the order of the files; what was there already with this content is there no second time */
    public record Deployed(List<ModelVersion> deployed, List<ModelFinding> findings) {}

    /**
     * Deploys files that were checked, in the transaction of its caller, if there is one.
     *
     * @param by who wants it
     * @throws ModelsRefused when the check has found errors
     * @throws Conflict when somebody has deployed another version than the one a file was made from
     */
    Deployed deploy(SentFiles sent, CheckedFiles checked, String by, String reason) {
        checked.orRefuse();
        return transactions.run(() -> {
            store.lock();
            sent.basedOn().forEach(this::requireNewest);
            var changed = new TreeMap<String, byte[]>();
            var versions = new ArrayList<ModelVersion>();
            sent.files()
                    .forEach((file, content) -> store.newest(file)
                            .filter(newest -> newest.is(content))
                            .ifPresentOrElse(
                                    newest -> versions.addAll(newest.versions()), () -> changed.put(file, content)));
            if (!changed.isEmpty()) {
                var deployed = store.deploy(changed, by, reason);
                versions.addAll(deployed);
                audit.record(new ModelEvent.Deployed(deployed, hashes(changed), by, reason).entry());
            }
            return new Deployed(versions, checked.findings());
        });
    }

    private void requireNewest(String file, int basedOn) {
        store.newest(file)
                .ifPresent(newest -> newest.versions().stream()
                        .filter(version -> version.version() > basedOn)
                        .filter(version -> newest.versions().stream().noneMatch(other -> other.version() == basedOn))
                        .findFirst()
                        .ifPresent(version -> {
                            throw new Conflict(
                                    "expected %s to be at version %s, but %s has deployed version %s at %s%s. Look at it, and base yours on that."
                                            .formatted(
                                                    version.key(),
                                                    basedOn,
                                                    newest.by() == null ? "somebody" : newest.by(),
                                                    version.version(),
                                                    newest.at(),
                                                    newest.reason() == null ? "" : " (" + newest.reason() + ")"));
                        }));
    }

    /**
     * Deploys what a version held once more, as the newest one.
     *
     * @throws NotFound when there is no such version
     */
    SentFiles restored(String key, int version) {
        var stored = store.stored(key, version).orElseThrow(() -> unknown(key, version));
        return new SentFiles(Map.of(stored.file(), stored.content()), Map.of(), List.of());
    }

    /**
     * Removes a version that nothing runs on.
     *
     * @throws Conflict when it is still of use
     */
    void delete(String key, int version, String reason) {
        transactions.execute(() -> {
            store.lock();
            if (store.stored(key, version).isEmpty()) {
                throw unknown(key, version);
            }
            store.inTheWayOfDeleting(key, version).ifPresent(why -> {
                throw new Conflict(
                        "expected version %s of %s to be of no more use, but %s.".formatted(version, key, why));
            });
            store.delete(key, version);
            audit.record(new ModelEvent.Deleted(key, version, reason).entry());
        });
    }

    static Map<String, String> hashes(Map<String, byte[]> files) {
        var hashes = new TreeMap<String, String>();
        files.forEach((file, content) -> hashes.put(file, HexFormat.of().formatHex(Sha256.of(content))));
        return hashes;
    }

    private static NotFound unknown(String key, int version) {
        return new NotFound("There is no version %s of \"%s\".".formatted(version, key));
    }
}
