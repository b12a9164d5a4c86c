package io.ringback.office.cases;

import io.ringback.callback.AnswerFilter;
import io.ringback.callback.CallbackFilter;
import io.ringback.callback.CallbackOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the form above the callbacks says.
 *
 * @param text what is looked for, which may be a name or a part of a number; never in an address
 * @param number as somebody has written it; never in an address
 * @param from the first day
 * @param to the last day
 * @param zone in which these days are meant
 * @param answer how a call for it was classified, like {@code reason=INVOICE}
 * @param after the last callback of the page before
 */
record CaseSearch(
        @Nullable String text,
        @Nullable String number,
        @Nullable String listId,
        @Nullable CaseState state,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String zone,
        @Nullable CallbackOrder order,
        @Nullable String answer,
        @Nullable UUID after) {

    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

    CaseSearch {
        text = shortened(blankToNull(text));
        number = blankToNull(number);
        listId = blankToNull(listId);
        zone = blankToNull(zone);
        order = order == null ? CallbackOrder.NEWEST : order;
        answer = AnswerFilter.read(answer).map(AnswerFilter::written).orElse(null);
        from = possible(from);
        to = possible(to);
    }

    CaseSearch withoutPersonalData() {
        return new CaseSearch(null, null, listId, state, from, to, zone, order, answer, after);
    }

    public boolean isByNumber() {
        return number != null;
    }

    /** Whether it holds what belongs in no address. */
    public boolean isPersonal() {
        return number != null || text != null;
    }

    CallbackFilter filter(Set<String> numbers) {
        var zoneId = zoneId();
        var status = state == null ? null : state.status();
        return new CallbackFilter(
                listId,
                status,
                numbers,
                state == CaseState.SET_ASIDE ? true : null,
                state == CaseState.OPEN ? true : null,
                state == CaseState.OVERDUE ? true : null,
                from == null ? null : from.atStartOfDay(zoneId).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zoneId).toInstant(),
                AnswerFilter.read(answer).orElse(null));
    }

    /** The address of the page with this search, which has no place for a number, from another callback on. */
    public String address(@Nullable UUID next) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("listId", listId);
        fields.put("state", state);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("zone", from == null && to == null ? null : zone);
        fields.put("order", order == CallbackOrder.NEWEST ? null : order);
        fields.put("answer", answer);
        fields.put("after", next);
        return address("/supervision/cases", fields);
    }

    /**
     * The address of an export that is narrowed by this search.
     *
     * @param semicolons what spreadsheets expect between cells where the comma is for decimals
     */
    public String exportAddress(String file, boolean semicolons) {
        var filter = filter(Set.of());
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("listId", filter.listId());
        if (file.startsWith("callbacks")) {
            fields.put("status", filter.status());
            fields.put("setAside", filter.setAside());
            fields.put("open", filter.open());
            fields.put("overdue", filter.overdue());
            fields.put("answer", answer);
        }
        fields.put("from", filter.from());
        fields.put("to", filter.to());
        if (file.endsWith(".csv")) {
            fields.put("spreadsheet", true);
            fields.put("separator", semicolons ? "SEMICOLON" : "COMMA");
        }
        return address("/api/v1/exports/" + file, fields);
    }

    private static String address(String path, Map<String, ? extends @Nullable Object> fields) {
        var uri = UriComponentsBuilder.fromPath(path);
        var given = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> {
            if (value != null) {
                uri.queryParam(name, "{" + name + "}");
                given.put(name, value);
            }
        });
        return uri.encode().buildAndExpand(given).toUriString();
    }

    private ZoneId zoneId() {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static @Nullable LocalDate possible(@Nullable LocalDate day) {
        return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
    }

    private static @Nullable String shortened(@Nullable String written) {
        return written == null || written.length() <= LONGEST ? written : written.substring(0, LONGEST);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Without the number and the words, which belong in no log. */
    @Override
    public String toString() {
        return "CaseSearch[listId=%s, state=%s]".formatted(listId, state);
    }
}
