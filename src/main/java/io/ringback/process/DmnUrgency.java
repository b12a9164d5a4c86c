package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.callback.Request;
import io.ringback.callback.Urgency;
import io.ringback.callback.UrgencyPolicy;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.list.ReadableAttributes;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.run.Rehearsal;
import io.ringback.process.contract.SharedNames;
import io.ringback.trace.CompactDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionRuleResult;
import org.operaton.bpm.dmn.engine.DmnDecisionTableResult;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks {@code callbackPriority.dmn} about each request. Which version is the newest is looked up once a second; a table that
 * answers all alike, as the shipped one does, is asked once after that; what it would have been asked is kept all the same.
 */
@Component
class DmnUrgency implements UrgencyPolicy {

    private static final Logger log = LoggerFactory.getLogger(DmnUrgency.class);
    private static final String FILE = SharedNames.CALLBACK_PRIORITY + ".dmn";

    private final ProcessEngine engine;
    private final Lists lists;
    private final RefusedFiles refused;
    private final CaseDecisions decisions;
    private final Cache<String, Table> newest =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();
    private final AtomicReference<@Nullable String> complaint = new AtomicReference<>();

    DmnUrgency(@Lazy ProcessEngine engine, Lists lists, RefusedFiles refused, CaseDecisions decisions) {
        this.decisions = decisions;
        this.engine = engine;
        this.lists = lists;
        this.refused = refused;
    }

    /**
     * A version that is deployed.
     *
     * @param attributes that it may read, for which null stands where there is none
     * @param same what it answers whatever it is asked; null inside while that is not known or not so
     */
    private record Table(DmnDecision decision, Set<String> attributes, AtomicReference<@Nullable SameAnswer> same) {}

    @EventListener
    void on(ModelsReloaded reloaded) {
        newest.invalidateAll();
    }

    @Override
    public Urgency decide(CallbackList list, Request request, boolean later, Instant now) {
        try {
            var table = table();
            var known = known(table, list, request, later, now);
            var same = table.same().get();
            return same == null ? asked(table, known) : with(same.urgency(), List.of(same.asked(known)));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            if (Rehearsal.isUnderWay()) {
                throw new ProcessEngineException(
                        "%s does not decide: %s".formatted(FILE, Faults.message(failure)), failure);
            }
            tell(Faults.message(failure));
            return Urgency.USUAL;
        }
    }

    /** Looked up by whoever needs it: nobody waits for somebody else's connection to the database. */
    private Table table() {
        var known = Rehearsal.isUnderWay() ? null : newest.getIfPresent(SharedNames.CALLBACK_PRIORITY);
        if (known != null) {
            return known;
        }
        var table = newest();
        if (!Rehearsal.isUnderWay()) {
            newest.put(SharedNames.CALLBACK_PRIORITY, table);
        }
        return table;
    }

    private static Map<String, @Nullable Object> known(
            Table table, CallbackList list, Request request, boolean later, Instant now) {
        var known = new HashMap<String, @Nullable Object>(CaseFacts.clockOf(list, now));
        known.put(SharedNames.LIST_ID, list.id());
        known.put(SharedNames.SOURCE, request.source().name());
        known.put(SharedNames.LATER, later);
        table.attributes()
                .forEach(name -> known.put(
                        name,
                        ReadableAttributes.value(
                                list, name, request.attributes(), request.numberToCall(), request.callerName())));
        return known;
    }

    private Urgency asked(Table table, Map<String, @Nullable Object> known) {
        var heard = new ArrayList<ToldDecision>();
        var urgency = read(CaseDecisions.hearing(heard, () -> command(evaluate(table.decision(), known))));
        SameAnswer.of(table.decision(), urgency, heard, known).ifPresent(table.same()::set);
        tellGood();
        return with(urgency, heard);
    }

    /** For the trail, what it was decided from. */
    private Urgency with(Urgency urgency, List<ToldDecision> heard) {
        if (heard.isEmpty()) {
            return urgency;
        }
        var written = heard.stream()
                .map(told -> CompactDecisions.written(decisions.made(told, null)))
                .toList();
        return new Urgency(
                urgency.priority(), urgency.dueAfter(), urgency.expiresAfter(), Map.of(CompactDecisions.FACT, written));
    }

    private Table newest() {
        var attributes = lists.processAttributes();
        return new Table(
                command(context -> (DmnDecision) configuration()
                        .getDeploymentCache()
                        .findDeployedLatestDecisionDefinitionByKey(SharedNames.CALLBACK_PRIORITY)),
                attributes,
                new AtomicReference<>());
    }

    private Command<DmnDecisionTableResult> evaluate(DmnDecision decision, Map<String, @Nullable Object> known) {
        return context -> configuration().getDmnEngine().evaluateDecisionTable(decision, known);
    }

    /** What fails comes out of the command as its result: thrown through it, it would doom the transaction of an intake. */
    @SuppressWarnings("unchecked")
    private <T> T command(Command<T> command) {
        var outcome = configuration().getCommandExecutorTxRequired().execute(context -> {
            try {
                return (Object) command.execute(context);
            } catch (RuntimeException failure) {
                return failure;
            }
        });
        if (outcome instanceof RuntimeException failure) {
            throw failure;
        }
        return (T) outcome;
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static Urgency read(DmnDecisionTableResult result) {
        var rule = Objects.requireNonNull(result.getSingleResult(), "no rule");
        if (!(rule.getEntryMap().get(SharedNames.PRIORITY) instanceof Number number)
                || number.doubleValue() != number.intValue()
                || number.intValue() < 0
                || number.intValue() > Urgency.HIGHEST) {
            throw new IllegalStateException("priority is no whole number from 0 to %s".formatted(Urgency.HIGHEST));
        }
        return new Urgency(
                number.intValue(), time(rule, SharedNames.DUE_AFTER), time(rule, SharedNames.EXPIRES_AFTER), Map.of());
    }

    private static @Nullable Duration time(DmnDecisionRuleResult rule, String output) {
        var text = rule.getEntryMap().get(output);
        if (text == null) {
            return null;
        }
        var time = Duration.parse(String.valueOf(text));
        if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalStateException("%s is not between PT1S and P366D".formatted(output));
        }
        return time;
    }

    /** Once for each complaint; it stands in the health until the table answers again. */
    private void tell(String says) {
        if (!says.equals(complaint.getAndSet(says))) {
            log.error("{} does not decide, and requests have the priority 0: {}", SharedNames.CALLBACK_PRIORITY, says);
        }
        refused.add("processes", FILE, says);
    }

    private void tellGood() {
        if (!Rehearsal.isUnderWay() && complaint.getAndSet(null) != null) {
            refused.remove("processes", FILE);
        }
    }
}
