package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.callback.Callback;
import io.ringback.list.CaseProcesses;
import io.ringback.list.Lists;
import io.ringback.platform.run.Rehearsal;
import io.ringback.process.contract.SharedNames;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts callbacks on the process that their list names; on the usual one where no version of that starts. */
@Component
class ListProcesses {

    private static final Logger log = LoggerFactory.getLogger(ListProcesses.class);

    private final Lists lists;
    private final ProcessStarts starts;

    /** Lists of which that was told a moment ago. */
    private final Cache<String, String> told = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    ListProcesses(Lists lists, ProcessStarts starts) {
        this.lists = lists;
        this.starts = starts;
    }

    /**
     * @param instanceId of the instance; null for any
     * @return empty when no version of the usual process starts, either
     * @throws ModelDoesNotStart for a version of which that was not known
     */
    Optional<ProcessInstance> start(Callback callback, @Nullable String instanceId) {
        var process = lists.findSeen(callback.listId())
                .map(list -> list.policy().process())
                .orElse(CaseProcesses.USUAL);
        var started = start(process, callback, instanceId);
        if (started.isPresent() || process.equals(CaseProcesses.USUAL)) {
            return started;
        }
        tell(callback.listId(), process);
        return start(CaseProcesses.USUAL, callback, instanceId);
    }

    private Optional<ProcessInstance> start(String process, Callback callback, @Nullable String instanceId) {
        return starts.start(
                process, SharedNames.CALLBACK_REQUESTED, callback.id().toString(), Map.of(), instanceId);
    }

    private void tell(String listId, String process) {
        if (!Rehearsal.isUnderWay() && told.asMap().putIfAbsent(listId, process) == null) {
            log.error(
                    "No version of {} starts, which the list {} names: its callbacks begin with {}",
                    process,
                    listId,
                    CaseProcesses.USUAL);
        }
    }
}
