package io.ringback.list;

import io.ringback.hours.ClosedDay;
import io.ringback.hours.ClosedDaysFile;
import io.ringback.hours.ImportedDays;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.Versions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.web.BodyLimit;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When the callers of a list may be called. */
@RestController
@RequestMapping(ListHoursController.ADDRESS)
class ListHoursController {

    static final String ADDRESS = "/api/v1/lists/{id}/hours";
    private static final int MOST_DAYS = 1_000;

    private final HoursOfLists hours;
    private final Transactions transactions;
    private final Clock clock;

    ListHoursController(HoursOfLists hours, Transactions transactions, Clock clock) {
        this.hours = hours;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<HoursView> hours(@PathVariable String id) {
        return answer(hours.get(id), null);
    }

    @PutMapping
    ResponseEntity<HoursView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid HoursRequest request) {
        var version = Versions.expected(ifMatch, request.version());
        return transactions.run(() -> {
            var moved = hours.change(id, request.settings(), version);
            return answer(hours.get(id), moved);
        });
    }

    /** Always open again; If-Match may be left out. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = Versions.wanted(ifMatch, null);
        transactions.execute(() -> hours.change(id, null, version));
    }

    /**
     * Adds the whole-day events of an iCalendar file to the closed days; with {@code preview} it only tells what would be
     * added. Days that are closed already keep their names. The file is read before the list is locked.
     */
    @PostMapping(path = "/closed-days", consumes = "text/calendar")
    Imported read(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) byte @Nullable [] file) {
        var version = preview ? null : Versions.expected(ifMatch, null);
        var before = hours.get(id);
        var zone = before.list().zone();
        var found = ClosedDaysFile.read(
                file == null ? new byte[0] : file, type.getCharset(), LocalDate.ofInstant(clock.instant(), zone), zone);
        return preview
                ? new Imported(found.days(), found.skipped(), before.version())
                : transactions.run(() -> add(id, found, version));
    }

    private Imported add(String id, ImportedDays found, @Nullable Long version) {
        var settings = hours.get(id).hours().settings();
        if (settings == null) {
            throw new Conflict("Expected a list with calling hours, but it is always open; set its hours first.");
        }
        hours.change(id, settings.closedOn(together(settings.closedDays(), found.days())), version);
        return new Imported(found.days(), found.skipped(), hours.get(id).version());
    }

    private static List<ClosedDay> together(List<ClosedDay> before, List<ClosedDay> more) {
        var byDate = new TreeMap<LocalDate, ClosedDay>();
        before.forEach(day -> byDate.put(day.date(), day));
        more.forEach(day -> byDate.putIfAbsent(day.date(), day));
        if (byDate.size() > MOST_DAYS) {
            throw new InvalidField("file", "would make more than %s closed days".formatted(MOST_DAYS));
        }
        return List.copyOf(byDate.values());
    }

    private ResponseEntity<HoursView> answer(ListHours found, @Nullable Integer moved) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(found.version()))
                .body(HoursView.of(found, clock.instant(), moved));
    }

    /** @param version of the hours, to be named by the next change */
    record Imported(List<ClosedDay> days, List<ImportedDays.Skipped> skipped, long version) {}

    @Configuration(proxyBeanMethods = false)
    static class Limits {

        /** Calendars come with all the appointments that are of no concern here. */
        @Bean
        BodyLimit calendarFile() {
            return new BodyLimit(ADDRESS + "/closed-days", DataSize.ofMegabytes(1));
        }
    }
}
