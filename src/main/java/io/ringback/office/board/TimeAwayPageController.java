package io.ringback.office.board;

import io.ringback.office.OfficePage;
import io.ringback.platform.input.Texts;
import io.ringback.presence.AwayReasons;
import io.ringback.presence.TimeAway;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The report of how long agents were away. Whatever is not understood of the address is taken for the usual choice, the
 * last seven days: addresses of reports are kept as bookmarks.
 */
@Controller
@OfficePage
class TimeAwayPageController {

    private static final int ROWS = 200;
    private static final int LAST_PAGE = 10_000;
    private static final int DAYS = 7;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_TEXT = 100;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final TimeAway away;
    private final AwayReasons reasons;
    private final Clock clock;

    TimeAwayPageController(TimeAway away, AwayReasons reasons, Clock clock) {
        this.away = away;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/supervision/time-away")
    String page(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Locale locale,
            Model model) {
        var zone = away.zone();
        var last = day(to, clock.instant().atZone(zone).toLocalDate());
        var first = day(from, last.minusDays(DAYS - 1L));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            first = last.minusDays(DAYS - 1L);
        }
        var text = q.length() <= LONGEST_TEXT && Texts.isPlain(q, false) ? q.strip() : "";
        var number = number(page);
        var found = away.between(first, last, zone, text.isEmpty() ? null : text, ROWS + 1, (number - 1) * ROWS);
        var names = reasons.names(locale);
        var rows = found.stream()
                .limit(ROWS)
                .map(line -> TimeAwayPage.row(line, names, zone, locale))
                .toList();
        model.addAttribute("page", new TimeAwayPage(first, last, text, zone, rows, number, found.size() > ROWS));
        return "board/time-away";
    }

    private static LocalDate day(String given, LocalDate usual) {
        try {
            var day = LocalDate.parse(given);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? usual : day;
        } catch (DateTimeException unreadable) {
            return usual;
        }
    }

    private static int number(@Nullable String given) {
        return given != null && given.matches("[1-9][0-9]{0,4}") ? Math.min(LAST_PAGE, Integer.parseInt(given)) : 1;
    }
}
