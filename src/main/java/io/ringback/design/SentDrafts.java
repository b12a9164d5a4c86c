package io.ringback.design;

import io.ringback.audit.Actor;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.NotFound;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Drafts on their way into a deployment. Whoever goes on drawing meanwhile has a draft again, not what was deployed. */
@Component
class SentDrafts {

    private final Drafts drafts;

    SentDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * A draft of the caller's own.
     *
     * @throws NotFound when there is none, or it is somebody else's
     * @throws Conflict when it waits already
     */
    Draft own(UUID id) {
        var draft = drafts.find(id)
                .filter(found -> found.ownerId().equals(Actor.current()))
                .orElseThrow(() -> new NotFound("There is no draft of yours with this id."));
        if (draft.state() == DraftState.WAITING) {
            throw new Conflict("expected a draft, but %s waits for somebody to agree already. Withdraw that first."
                    .formatted(draft.file()));
        }
        return draft;
    }

    void wait(List<WaitingDeployment.File> files) {
        ofThese(files, DraftState.DRAFT, drafts::markWaiting);
        ofThese(files, DraftState.DEPLOYED, drafts::markWaiting);
    }

    void deployed(List<WaitingDeployment.File> files) {
        for (var state : DraftState.values()) {
            ofThese(files, state, drafts::markDeployed);
        }
    }

    void backAgain(List<WaitingDeployment.File> files) {
        ofThese(files, DraftState.WAITING, drafts::markDraft);
    }

    private void ofThese(List<WaitingDeployment.File> files, DraftState state, Consumer<UUID[]> mark) {
        var ids = files.stream()
                .flatMap(file -> Optional.ofNullable(file.draftId())
                        .flatMap(drafts::find)
                        .filter(draft -> draft.state() == state)
                        .filter(draft -> state == DraftState.WAITING || Objects.equals(draft.content(), file.content()))
                        .map(Draft::id)
                        .stream())
                .toArray(UUID[]::new);
        if (ids.length > 0) {
            mark.accept(ids);
        }
    }
}
