package io.ringback.design;

import io.ringback.audit.Actor;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Takes what a designer wants to be deployed: deploys it, or lets it wait for a second person where one has to agree. */
@Service
public class Bringing {

    private final Deployments deployments;
    private final Approvals approvals;
    private final SentDrafts drafts;
    private final Transactions transactions;
    private final boolean approval;

    Bringing(
            Deployments deployments,
            Approvals approvals,
            SentDrafts drafts,
            Transactions transactions,
            @Value("${ringback.processes.approval:false}") boolean approval) {
        this.deployments = deployments;
        this.approvals = approvals;
        this.drafts = drafts;
        this.transactions = transactions;
        this.approval = approval;
    }

    /** Whether a second person has to agree to a deployment. */
    public boolean needsApproval() {
        return approval;
    }

    /**
     * What became of it.
     *
     * @param deployed null while it waits
     * @param waiting the id under which it waits; null when it is deployed
     */
    record Outcome(
            Deployments.@Nullable Deployed deployed,
            @Nullable UUID waiting,
            List<ModelFinding> findings) {}

    /** @throws ModelsRefused when the check has found errors */
    Outcome bring(DeploymentRequest request) {
        var texts = new ArrayList<>(request.texts());
        var draftsByFile = read(request.draftIds(), texts);
        if (texts.isEmpty()) {
            throw new InvalidField("files", "must hold at least one file, or drafts a draft");
        }
        if (texts.size() > ModelText.MOST) {
            throw new InvalidField("files", "must be at most %s together with drafts".formatted(ModelText.MOST));
        }
        return bring(deployments.sent(texts), draftsByFile, request.reason());
    }

    /**
     * What the check says of drafts, and which of them each file is.
     *
     * @param drafts by the names of the files
     */
    public record CheckedDrafts(CheckedFiles checked, Map<String, UUID> drafts) {}

    /** @throws NotFound when one of them is not the caller's own */
    public CheckedDrafts check(List<UUID> ids) {
        var texts = new ArrayList<ModelText>();
        var draftsByFile = read(ids, texts);
        return new CheckedDrafts(deployments.check(texts), draftsByFile);
    }

    private Map<String, UUID> read(List<UUID> ids, List<ModelText> texts) {
        var draftsByFile = new HashMap<String, UUID>();
        for (var id : ids) {
            var draft = drafts.own(id);
            var text = new ModelText(draft.file(), draft.content(), draft.basedOnVersion());
            texts.add(text);
            deployments.sent(List.of(text)).files().keySet().forEach(file -> draftsByFile.put(file, id));
        }
        return draftsByFile;
    }

    /** Deploys what a version held once more. */
    Outcome restore(String key, int version, String reason) {
        return bring(deployments.restored(key, version), Map.of(), reason);
    }

    private Outcome bring(SentFiles sent, Map<String, UUID> draftsByFile, String reason) {
        var checked = deployments.check(sent).orRefuse();
        if (approval) {
            var files = files(sent, draftsByFile);
            return new Outcome(null, approvals.request(files, reason), checked.findings());
        }
        var deployed = transactions.run(() -> {
            var done = deployments.deploy(sent, checked, Actor.current(), reason);
            drafts.deployed(draftsByFile.isEmpty() ? List.of() : files(sent, draftsByFile));
            return done;
        });
        return new Outcome(deployed, null, deployed.findings());
    }

    private static List<WaitingDeployment.File> files(SentFiles sent, Map<String, UUID> draftsByFile) {
        var files = new ArrayList<WaitingDeployment.File>();
        sent.files().forEach((file, content) -> {
            var text = new String(content, StandardCharsets.UTF_8);
            if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content)) {
                throw new Conflict(
                        "expected %s to be in UTF-8, but it is not, and would not be kept as it is. Write it anew."
                                .formatted(file));
            }
            files.add(new WaitingDeployment.File(file, text, sent.basedOn().get(file), draftsByFile.get(file)));
        });
        return files;
    }
}
