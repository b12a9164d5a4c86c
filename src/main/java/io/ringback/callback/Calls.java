package io.ringback.callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Attempts as calls that begin and end. The caller holds the locks of the agent and of the callback in hand. */
@Service
public class Calls {

    /** How late the telephone system may tell of a call, and how long an end without a start is kept. */
    public static final Duration LATEST = Duration.ofDays(1);

    private static final int OF_ONE_NAME = 20;

    private final JdbcAttempts rows;
    private final JdbcCallEnds ends;
    private final JdbcProposals proposals;

    Calls(JdbcAttempts rows, JdbcCallEnds ends, JdbcProposals proposals) {
        this.rows = rows;
        this.ends = ends;
        this.proposals = proposals;
    }

    public void start(Callback callback, Call call) {
        rows.start(callback, call);
    }

    public void save(Call call) {
        rows.update(call);
    }

    /** Where the recording of a call is. */
    public void recorded(UUID id, @Nullable String recordingUrl) {
        if (recordingUrl != null) {
            rows.recorded(id, recordingUrl);
        }
    }

    /** What the telephone system's word of the end proposes as the call status. */
    public void proposed(UUID id, @Nullable CallStatus callStatus) {
        if (callStatus != null) {
            proposals.write(id, callStatus);
        }
    }

    public Optional<Call> find(String agentId, UUID id) {
        return rows.find(agentId, id);
    }

    /** A call of the agent and all others of its allocation, oldest first; none when the agent has made no such call. */
    public List<Call> besides(String agentId, UUID id) {
        return rows.besides(agentId, id);
    }

    /** The calls of an allocation, oldest first. */
    public List<Call> ofAllocation(UUID allocationId) {
        return rows.ofAllocation(allocationId);
    }

    /** The last calls of the agent that the telephone system calls this, oldest first. */
    public List<Call> byExternalCall(String agentId, String externalCallId) {
        return rows.byExternalCall(agentId, externalCallId, OF_ONE_NAME);
    }

    /** The ends told for calls of this name whose start was not, earliest first. */
    public List<ReportedEnd> ends(String agentId, String externalCallId) {
        return ends.of(agentId, externalCallId);
    }

    /** Keeps an end until its start is told, and forgets those that are too old for that. */
    public void remember(String agentId, ReportedEnd end) {
        ends.forgetBefore(agentId, end.toldAt().minus(LATEST));
        ends.add(agentId, end);
    }

    public void forget(String agentId, ReportedEnd end) {
        ends.remove(agentId, end);
    }
}
