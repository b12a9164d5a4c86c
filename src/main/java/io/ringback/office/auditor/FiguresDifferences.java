package io.ringback.office.auditor;

import io.ringback.figures.ProcessFigures;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says what is another than before, where it is more than a little. */
record FiguresDifferences(MessageSource messages, Locale locale) {

    private static final double LONGER = 0.1;
    private static final double SECONDS = 1;
    private static final double PASSES = 5;
    private static final double SHARE = 0.02;

    /** @param name of a step; null for the case as a whole */
    Optional<String> ofDurations(@Nullable String name, @Nullable Double before, @Nullable Double after) {
        if (before == null
                || after == null
                || Math.abs(after - before) < SECONDS
                || Math.abs(after - before) < before * LONGER) {
            return Optional.empty();
        }
        var longer = after > before;
        var by = before == 0 ? "" : words().share(Math.abs(after - before) / before);
        var which = longer ? "longer" : "shorter";
        var from = words().howLong(before);
        var to = words().howLong(after);
        return Optional.of(
                name == null
                        ? text("figures.diff.case." + which, from, to, by)
                        : text("figures.diff.step." + which, name, from, to, by));
    }

    /** Of 100 cases. */
    Optional<String> ofPasses(String name, double before, double after) {
        return Math.abs(after - before) < PASSES
                ? Optional.empty()
                : Optional.of(text(
                        after > before ? "figures.diff.more" : "figures.diff.less",
                        name,
                        words().tenths(before),
                        words().tenths(after)));
    }

    /** Shares of all cases. */
    Optional<String> ofEnds(String name, double before, double after) {
        var shown = name.isEmpty() ? text("figures.end.taken") : name;
        return Math.abs(after - before) < SHARE
                ? Optional.empty()
                : Optional.of(text(
                        after > before ? "figures.diff.end.more" : "figures.diff.end.less",
                        shown,
                        words().share(before),
                        words().share(after)));
    }

    /** What an element is called, also one without a name. */
    String name(ProcessFigures.Element element) {
        var name = element.name();
        return Objects.requireNonNullElse(
                name == null ? messages.getMessage("auditcase.unnamed." + element.type(), null, null, locale) : name,
                element.elementId());
    }

    private FiguresWords words() {
        return new FiguresWords(locale);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
