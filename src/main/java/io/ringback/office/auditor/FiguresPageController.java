package io.ringback.office.auditor;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.design.DeployedModel;
import io.ringback.design.DeployedVersions;
import io.ringback.design.KindOfModel;
import io.ringback.figures.Figures;
import io.ringback.office.OfficePage;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.NotFound;
import io.ringback.presence.TimeAway;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows how closed cases went through the versions of processes, one by one and two beside each other. */
@Controller
@OfficePage
@RequestMapping("/audit/processes")
class FiguresPageController {

    private final Figures figures;
    private final DeployedVersions versions;
    private final TimeAway zones;
    private final MessageSource messages;
    private final Clock clock;

    FiguresPageController(
            Figures figures, DeployedVersions versions, TimeAway zones, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.versions = versions;
        this.zones = zones;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @LooksAt(
            value = Look.FIGURES,
            criteria = {"from", "to"})
    String all(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model) {
        var period = period(from, to);
        show(model, period, locale);
        model.addAttribute("names", names(KindOfModel.PROCESS));
        model.addAttribute("versions", figures.versions(period.period()));
        return "audit/figures";
    }

    @GetMapping("/{key}/versions/{version}")
    @LooksAt(
            value = Look.FIGURES,
            criteria = {"key", "version", "from", "to"})
    String version(
            @PathVariable String key,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model) {
        var period = period(from, to);
        var all = processes(key);
        model.addAttribute("name", all.get(0).name());
        var found = figures.ofVersion(key, version, period.period());
        show(model, period, locale);
        model.addAttribute("all", all);
        model.addAttribute("figures", found);
        model.addAttribute("slowest", FiguresTables.slowest(found));
        model.addAttribute("gateways", FiguresTables.gateways(found));
        model.addAttribute("names", FiguresTables.names(found));
        model.addAttribute("decisions", names(KindOfModel.DECISION));
        return "audit/figures-version";
    }

    /**
     * Two versions beside each other, each in a period of its own.
     *
     * @param a the number of the earlier one; without it the one before
     * @param b the number of the later one; without it the newest
     * @param from of the earlier one; of the later one {@code from2} and {@code to2}
     */
    @GetMapping("/{key}/compare")
    @LooksAt(
            value = Look.FIGURES,
            criteria = {"key", "a", "b", "from", "to", "from2", "to2"})
    String compare(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer a,
            @RequestParam(required = false) @Nullable Integer b,
            @RequestParam(defaultValue = "") @PlainText(max = 20) String from,
            @RequestParam(defaultValue = "") @PlainText(max = 20) String to,
            @RequestParam(defaultValue = "") @PlainText(max = 20) String from2,
            @RequestParam(defaultValue = "") @PlainText(max = 20) String to2,
            Locale locale,
            Model model) {
        var all = processes(key);
        var later = b == null ? all.get(0) : one(all, b);
        var earlier = a == null ? before(all, later) : one(all, a);
        var period = period(from, to);
        var second = from2.isEmpty() && to2.isEmpty() ? period : period(from2, to2);
        show(model, period, locale);
        model.addAttribute("second", second);
        model.addAttribute("all", all);
        model.addAttribute(
                "comparison",
                new FiguresComparison(
                        figures.ofVersion(key, earlier.version(), period.period()),
                        figures.ofVersion(key, later.version(), second.period()),
                        new FiguresDifferences(messages, locale)));
        return "audit/figures-compare";
    }

    private void show(Model model, FiguresPeriod period, Locale locale) {
        model.addAttribute("period", period);
        model.addAttribute("words", new FiguresWords(locale));
    }

    private FiguresPeriod period(String from, String to) {
        return FiguresPeriod.of(from, to, zones.zone(), clock.instant());
    }

    private List<DeployedModel> processes(String key) {
        var all = versions.all(key);
        if (all.get(0).kind() != KindOfModel.PROCESS) {
            throw new NotFound("There is no process with this key.");
        }
        return all;
    }

    /** What the newest versions are called, by their keys. */
    private Map<String, String> names(KindOfModel kind) {
        return versions.newest().stream()
                .filter(one -> one.kind() == kind)
                .collect(Collectors.toMap(DeployedModel::key, DeployedModel::name));
    }

    private static DeployedModel one(List<DeployedModel> all, int version) {
        return all.stream()
                .filter(model -> model.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such version."));
    }

    private static DeployedModel before(List<DeployedModel> all, DeployedModel later) {
        return all.stream()
                .filter(model -> model.version() < later.version())
                .findFirst()
                .orElse(later);
    }
}
