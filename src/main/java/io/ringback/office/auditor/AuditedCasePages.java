package io.ringback.office.auditor;

import io.ringback.account.Accounts;
import io.ringback.audit.Actor;
import io.ringback.audit.AuditEvent;
import io.ringback.audit.AuditTrail;
import io.ringback.list.ArchivedList;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.office.CasePage;
import io.ringback.office.CasePages;
import io.ringback.office.DurationWords;
import io.ringback.office.auditor.AuditedCasePage.Drawn;
import io.ringback.office.auditor.AuditedCasePage.Had;
import io.ringback.office.auditor.AuditedCasePage.ShownDecision;
import io.ringback.office.auditor.AuditedCasePage.ShownEvent;
import io.ringback.office.auditor.AuditedCasePage.ShownLook;
import io.ringback.office.auditor.AuditedCasePage.ShownStep;
import io.ringback.trace.Drawings;
import io.ringback.trace.PassedFlow;
import io.ringback.trace.Step;
import io.ringback.trace.Trace;
import io.ringback.trace.Traces;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Brings together what auditors see of a callback: what supervisors see, its way, and why. */
@Service
class AuditedCasePages {

    private static final int LOOKS_SHOWN = 100;

    private final CasePages pages;
    private final Traces traces;
    private final Drawings drawings;
    private final AuditTrail audit;
    private final Accounts accounts;
    private final Lists lists;
    private final WhyInWords whys;
    private final ChangedInWords changes;
    private final MessageSource messages;

    AuditedCasePages(
            CasePages pages,
            Traces traces,
            Drawings drawings,
            AuditTrail audit,
            Accounts accounts,
            Lists lists,
            WhyInWords whys,
            ChangedInWords changes,
            MessageSource messages) {
        this.pages = pages;
        this.traces = traces;
        this.drawings = drawings;
        this.audit = audit;
        this.accounts = accounts;
        this.lists = lists;
        this.whys = whys;
        this.changes = changes;
        this.messages = messages;
    }

    /** @throws NotFound when there is no such callback */
    AuditedCasePage of(UUID id, Locale locale) {
        var page = pages.of(id, false);
        var zone = zone(page.callback().listId());
        var trace = traces.of(id, page.known().trail());
        var events = events(page, zone, locale);
        var looks = audit.looksAt(id, LOOKS_SHOWN);
        return new AuditedCasePage(
                page,
                zone,
                trace,
                drawn(trace),
                trace.steps().stream().mapToInt(Step::round).max().orElse(0),
                steps(trace, locale),
                decisions(trace, new DecisionWords(messages, locale)),
                events,
                had(events),
                looks(looks));
    }

    private ZoneId zone(String list) {
        return lists.find(list)
                .or(() -> lists.archived(list).map(ArchivedList::list))
                .map(CallbackList::zone)
                .orElse(ZoneOffset.UTC);
    }

    private List<Drawn> drawn(Trace trace) {
        return Stream.concat(
                        Stream.ofNullable(trace.process()),
                        trace.steps().stream().map(Step::on))
                .distinct()
                .filter(version ->
                        drawings.file(version.key(), version.version()).isPresent())
                .map(version -> new Drawn(version, drawings.isDeleted(version)))
                .toList();
    }

    private List<ShownStep> steps(Trace trace, Locale locale) {
        var words = new DurationWords(messages, locale);
        var into = trace.flows().stream().collect(Collectors.groupingBy(PassedFlow::toStep));
        var names = accounts.names(trace.steps().stream()
                .map(Step::agentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return trace.steps().stream()
                .map(step -> step(step, into.getOrDefault(step.number(), List.of()), names, words))
                .toList();
    }

    private static ShownStep step(Step step, List<PassedFlow> into, Map<String, String> names, DurationWords words) {
        var took = step.took();
        var agent = step.agentId();
        return new ShownStep(
                step,
                AuditedCasePage.drawing(step.on()),
                flows(into, true),
                flows(into, false),
                took == null ? null : words.of(took),
                agent == null ? null : names.getOrDefault(agent, agent));
    }

    private static List<String> flows(List<PassedFlow> into, boolean certain) {
        return into.stream()
                .filter(flow -> flow.certain() == certain)
                .map(PassedFlow::flowId)
                .toList();
    }

    private static List<ShownDecision> decisions(Trace trace, DecisionWords words) {
        return trace.decisions().stream()
                .map(made -> new ShownDecision(
                        made,
                        trace.steps().stream()
                                .filter(step -> step.elementId().equals(made.elementId()))
                                .map(step -> step.name() == null ? step.elementId() : step.name())
                                .findFirst()
                                .orElse(made.elementId()),
                        words.of(made.inputs()),
                        words.of(made.outputs())))
                .toList();
    }

    private List<ShownEvent> events(CasePage page, ZoneId zone, Locale locale) {
        var known = page.known();
        var told = new WhyInWords.Known(known.people(), known.lists(), zone);
        return IntStream.range(0, page.events().size())
                .mapToObj(i -> new ShownEvent(
                        page.events().get(i),
                        whys.of(known.trail().get(i), told, locale),
                        changes.lines(known.trail().get(i), known.people(), known.lists())))
                .toList();
    }

    /** From each allocation to the next event by which it was in nobody's hands, or in others'. */
    private static List<Had> had(List<ShownEvent> events) {
        var had = new ArrayList<Had>();
        for (int i = 0; i < events.size(); i++) {
            var given = events.get(i);
            if (given.event().type().equals("ALLOCATED")) {
                var until = events.subList(i + 1, events.size()).stream()
                        .filter(event -> event.event().to() != null
                                && !"ALLOCATED".equals(event.event().to()))
                        .findFirst()
                        .map(ShownEvent::event)
                        .orElse(null);
                var name = given.event().agentName() == null
                        ? String.valueOf(given.event().who())
                        : given.event().agentName();
                had.add(new Had(name, given.event(), until, given.why()));
            }
        }
        return had;
    }

    private List<ShownLook> looks(List<AuditEvent> looks) {
        var names = accounts.names(looks.stream().map(AuditEvent::actor).collect(Collectors.toSet()));
        return looks.stream()
                .filter(look -> !Actor.SYSTEM.equals(look.actor()))
                .map(look -> new ShownLook(look, names.getOrDefault(look.actor(), look.actor())))
                .toList();
    }
}
