package io.ringback.design;

import io.ringback.platform.problem.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The drafts of all designers. */
@Service
public class Drafts {

    private final JdbcDrafts rows;

    Drafts(JdbcDrafts rows) {
        this.rows = rows;
    }

    public Optional<Draft> find(UUID id) {
        return rows.find(id);
    }

    /** @throws NotFound when there is no such draft, or it was deleted */
    public Draft get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("There is no draft with this id."));
    }

    /** Those of a designer, the last saved first. */
    public List<Draft> of(String ownerId) {
        return rows.of(ownerId);
    }

    /** Notes that a second person has to agree to them; in the transaction of its caller, if there is one. */
    public void markWaiting(UUID... ids) {
        rows.mark(List.of(ids), DraftState.WAITING);
    }

    /** Notes that they are deployed as they are now; in the transaction of its caller, if there is one. */
    public void markDeployed(UUID... ids) {
        rows.mark(List.of(ids), DraftState.DEPLOYED);
    }

    /** Notes that they are drafts again, as when somebody did not agree; in the transaction of its caller, if there is one. */
    public void markDraft(UUID... ids) {
        rows.mark(List.of(ids), DraftState.DRAFT);
    }
}
