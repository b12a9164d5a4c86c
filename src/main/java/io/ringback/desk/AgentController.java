package io.ringback.desk;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import io.ringback.reception.Agents;
import io.ringback.reception.Availability;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supervisor does to an agent's desk. */
@RestController
@RequestMapping("/api/v1/agents")
class AgentController {

    private final Receptions receptions;
    private final Agents agents;
    private final Transactions transactions;

    AgentController(Receptions receptions, Agents agents, Transactions transactions) {
        this.receptions = receptions;
        this.agents = agents;
        this.transactions = transactions;
    }

    /** Stops receiving; without effect on an agent who does not receive. */
    @PostMapping("/{agentId}/stop")
    AgentView stop(@PathVariable String agentId, @RequestBody @Valid StopRequest request) {
        return transactions.run(() -> {
            receptions.stop(agentId, StopReason.SUPERVISOR, request.reason());
            var agent = agents.get(agentId);
            return new AgentView(agent.id(), agent.availability(), agent.isReceiving(), agent.stoppedBecause());
        });
    }

    record StopRequest(@NotBlank @PlainText(max = 500) String reason) {}

    record AgentView(
            String agentId,
            Availability availability,
            boolean receiving,
            @Nullable StopReason stoppedBecause) {}
}
