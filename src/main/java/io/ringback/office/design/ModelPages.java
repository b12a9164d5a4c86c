package io.ringback.office.design;

import io.ringback.account.Accounts;
import io.ringback.design.Approvals;
import io.ringback.design.DeployedModel;
import io.ringback.design.Drafts;
import io.ringback.design.ModelOrigin;
import io.ringback.platform.problem.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of deployed models show. */
@Component
class ModelPages {

    private static final String DRAFT = "draft:";
    private static final String REQUEST = "request:";

    private final Accounts accounts;
    private final Drafts drafts;
    private final Approvals approvals;

    ModelPages(Accounts accounts, Drafts drafts, Approvals approvals) {
        this.accounts = accounts;
        this.drafts = drafts;
        this.approvals = approvals;
    }

    /**
     * One of two that are compared.
     *
     * @param value as it stands in the address
     * @param version its number; null for a draft
     * @param address of its content
     */
    record Side(String value, @Nullable Integer version, String address) {

        static Side of(DeployedModel model) {
            return new Side(
                    String.valueOf(model.version()),
                    model.version(),
                    FileAddresses.ofVersion(model.key(), model.version()));
        }
    }

    /** The earlier and the later one. */
    record Sides(Side from, Side to) {}

    /** The names of those who have deployed them, by their accounts; those who are gone are left out. */
    Map<String, String> people(List<DeployedModel> models) {
        return accounts.names(models.stream()
                .filter(model -> model.origin() == ModelOrigin.DESIGNER)
                .map(DeployedModel::deployedBy)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet()));
    }

    /** How many deployments wait for a second person. */
    int waiting() {
        return approvals.count();
    }

    /** How many drafts somebody has. */
    int drafts(String owner) {
        return drafts.count(owner);
    }

    /** @throws NotFound when there is no such version or draft */
    Sides sides(List<DeployedModel> all, @Nullable Integer from, @Nullable String to) {
        var later = to == null || to.isEmpty() ? Side.of(all.get(0)) : side(all, to);
        return new Sides(from == null ? before(all, later) : version(all, from), later);
    }

    private Side side(List<DeployedModel> all, String value) {
        if (value.startsWith(DRAFT)) {
            return draft(value.substring(DRAFT.length()));
        }
        if (value.startsWith(REQUEST)) {
            return request(value.substring(REQUEST.length()), all.get(0).file());
        }
        return value.matches("[0-9]{1,9}") ? version(all, Integer.parseInt(value)) : none();
    }

    private Side draft(String id) {
        try {
            var draft = drafts.get(UUID.fromString(id));
            return new Side(DRAFT + draft.id(), null, FileAddresses.ofDraft(draft.id()));
        } catch (IllegalArgumentException notAnId) {
            return none();
        }
    }

    /** What waits for a second person. */
    private Side request(String id, String file) {
        try {
            var waiting = approvals.get(UUID.fromString(id));
            return new Side(
                    REQUEST + waiting.id(),
                    null,
                    FileAddresses.ofRequest(waiting.id(), waiting.file(file).name()));
        } catch (IllegalArgumentException notAnId) {
            return none();
        }
    }

    private static Side before(List<DeployedModel> all, Side later) {
        var number = later.version();
        return all.stream()
                .filter(model -> number == null || model.version() < number)
                .findFirst()
                .map(Side::of)
                .orElse(later);
    }

    private static Side version(List<DeployedModel> all, int number) {
        return all.stream()
                .filter(model -> model.version() == number)
                .findFirst()
                .map(Side::of)
                .orElseGet(ModelPages::none);
    }

    private static Side none() {
        throw new NotFound("There is no such version.");
    }
}
