package io.ringback.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for what keeps people with disabilities from using a page. */
final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    /** What depends on the size of the window and on light or dark. */
    private static final List<String> LOOK = List.of(
            "color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "aria-hidden-focus");

    /** Colours on their way from one to another have no contrast worth judging. */
    private static final String STILL = """
            () => Promise.all(document.getAnimations()
                .filter(animation => Number.isFinite(animation.effect?.getComputedTiming().endTime))
                .map(animation => animation.finished.catch(() => null)))
            """;

    private static final String SIZE = "target-size";

    /** What is scrolled below the bar that stays at the foot of a case is cut off there, and no smaller for that. */
    private static final String INTO_SIGHT =
            "element => element.scrollIntoView({block: 'center', behavior: 'instant'})";

    private Axe() {}

    /** Fails with a list of what was found on the page as it is now. */
    static void check(Page page) {
        check(page, axe(page).withTags(RULES));
    }

    /** The same for a page checked before, of which only size and colours have changed. */
    static void checkLook(Page page) {
        check(page, axe(page).withRules(LOOK));
    }

    /** What is in order needs no telling; to describe it all takes longer than to look at it. */
    private static AxeBuilder axe(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // The other mode opens a second page for its report.
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static void check(Page page, AxeBuilder axe) {
        page.evaluate(STILL);
        var found = axe.analyze().getViolations().stream()
                .filter(rule -> !rule.getId().equals(SIZE) || tooSmall(page, rule))
                .toList();
        if (!found.isEmpty()) {
            throw new AssertionError("%s is not accessible to all:%n%s"
                    .formatted(page.url(), found.stream().map(Axe::told).collect(Collectors.joining())));
        }
    }

    /** Whether one of them is too small also where it can be seen whole. */
    private static boolean tooSmall(Page page, Rule sizes) {
        return sizes.getNodes().stream().map(Axe::selector).anyMatch(target -> {
            page.locator(target).first().evaluate(INTO_SIGHT);
            return !axe(page)
                    .include(target)
                    .withRules(List.of(SIZE))
                    .analyze()
                    .getViolations()
                    .isEmpty();
        });
    }

    private static String selector(CheckedNode node) {
        return node.getTarget() instanceof List<?> path
                ? String.valueOf(path.get(path.size() - 1))
                : String.valueOf(node.getTarget());
    }

    private static String told(Rule rule) {
        return "  %s (%s): %s%n%s"
                .formatted(
                        rule.getId(),
                        rule.getImpact(),
                        rule.getHelp(),
                        rule.getNodes().stream().map(Axe::told).collect(Collectors.joining()));
    }

    private static String told(CheckedNode node) {
        return "    %s%n      %s%n      %s%n"
                .formatted(
                        node.getTarget(),
                        node.getHtml(),
                        node.getFailureSummary().replaceAll("\\s*\\n\\s*", "; "));
    }
}
