package io.ringback.exchange;

import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.platform.problem.InvalidField;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which zone the times of a table are written: for programs as instants, for people on the clocks of the lists. */
@Component
class ExportZones {

    private final Lists lists;

    ExportZones(Lists lists) {
        this.lists = lists;
    }

    /**
     * @return null for instants
     * @throws InvalidField for a zone that there is not, or where none can be
     */
    @Nullable
    ZoneId of(@Nullable String asked, @Nullable String listId, ExportFormat format, boolean forPeople) {
        if (asked != null && !asked.isBlank()) {
            return named(asked.strip(), format);
        }
        if (!forPeople) {
            return null;
        }
        var all = lists.all();
        return all.stream()
                .filter(list -> list.id().equals(listId))
                .map(CallbackList::zone)
                .findFirst()
                .orElseGet(() ->
                        all.stream()
                                .collect(Collectors.groupingBy(CallbackList::zone, Collectors.counting()))
                                .entrySet()
                                .stream()
                                .max(Comparator.comparing((Map.Entry<ZoneId, Long> entry) -> entry.getValue())
                                        .thenComparing(entry -> entry.getKey().getId()))
                                .map(Map.Entry::getKey)
                                .orElse(ZoneOffset.UTC));
    }

    private static ZoneId named(String asked, ExportFormat format) {
        if (format == ExportFormat.JSON) {
            throw new InvalidField("zone", "is for tables that people read; times in JSON are instants");
        }
        try {
            return ZoneId.of(asked);
        } catch (DateTimeException e) {
            throw new InvalidField("zone", "must be a time zone such as Europe/Helsinki");
        }
    }
}
