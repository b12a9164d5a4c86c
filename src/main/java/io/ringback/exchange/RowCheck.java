package io.ringback.exchange;

import io.ringback.intake.CallbackRequest;
import io.ringback.intake.Intake;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.input.PlainText;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the rows of a file by the rules that requests over the API have. */
@Component
class RowCheck {

    private static final Pattern ATTRIBUTE = Pattern.compile("attributes.*\\[(.*?)].*");

    private static final Map<Class<?>, String> CODES =
            Map.of(NotBlank.class, "MISSING", PlainText.class, "NOT_PLAIN", Size.class, "TOO_MANY");

    private final Validator validator;
    private final Intake intake;
    private final Lists lists;
    private final FileTimes times;

    RowCheck(Validator validator, Intake intake, Lists lists, FileTimes times) {
        this.validator = validator;
        this.intake = intake;
        this.lists = lists;
        this.times = times;
    }

    /** @throws InvalidField when the header names something else than columns */
    ImportColumns columns(CsvFile file, UploadedFile sent) {
        var chosen = sent.layout().columns();
        return chosen == null
                ? ImportColumns.of(file.header(), sent.listId() != null)
                : ImportColumns.chosen(chosen, sent.listId() != null);
    }

    List<CheckedRow> check(List<CsvFile.Row> rows, ImportColumns columns, UploadedFile sent, ImportDefaults defaults) {
        var byId = lists.all().stream().collect(Collectors.toMap(CallbackList::id, Function.identity()));
        var zones = byId.values().stream().collect(Collectors.toMap(CallbackList::id, CallbackList::zone));
        var style = sent.layout().columns() == null
                ? times.exact()
                : times.local(sent.layout().dayOrder(), zones);
        return rows.stream()
                .map(row -> check(row, columns, defaults, style, byId))
                .toList();
    }

    private CheckedRow check(
            CsvFile.Row row,
            ImportColumns columns,
            ImportDefaults defaults,
            FileTimes.Style times,
            Map<String, CallbackList> byId) {
        var errors = new ArrayList<RowError>();
        var request = columns.request(row, defaults, times, errors);
        if (row.fault() != null) {
            return new CheckedRow(row.number(), request, null, List.of(RowError.of(row, row.fault())), row.cells());
        }
        validator.validate(request).stream()
                .map(violation ->
                        new RowError(row.number(), column(violation), code(violation), violation.getMessage(), null))
                .forEach(errors::add);
        var list = byId.get(request.listId());
        if (list == null && !request.listId().isBlank()) {
            errors.add(new RowError(row.number(), "listId", "UNKNOWN_LIST", "names no list", null));
        } else if (list != null && errors.isEmpty()) {
            intake.refusals(request, list).stream()
                    .map(refusal -> RowError.of(row.number(), refusal))
                    .forEach(errors::add);
        }
        errors.replaceAll(error -> error.column().isEmpty() ? error : error.in(columns.cell(row, error.column())));
        errors.sort(Comparator.comparing(RowError::column).thenComparing(RowError::message));
        return new CheckedRow(
                row.number(),
                request,
                list != null && errors.isEmpty()
                        ? PhoneNumbers.e164(
                                request.phoneNumber(),
                                list.region(),
                                list.policy().specialNumbers())
                        : null,
                List.copyOf(errors),
                row.cells());
    }

    private static @Nullable String code(ConstraintViolation<CallbackRequest> violation) {
        return CODES.get(violation.getConstraintDescriptor().getAnnotation().annotationType());
    }

    private static String column(ConstraintViolation<CallbackRequest> violation) {
        var path = violation.getPropertyPath().toString();
        var attribute = ATTRIBUTE.matcher(path);
        return attribute.matches() ? ImportColumns.ATTRIBUTE + attribute.group(1) : path;
    }
}
