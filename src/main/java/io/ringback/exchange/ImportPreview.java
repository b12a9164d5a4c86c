package io.ringback.exchange;

import io.ringback.intake.CallbackRequest;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Shows how the rows without errors were understood, before anything comes of them. */
@Service
public class ImportPreview {

    private final Imports imports;
    private final JdbcImportRows rows;
    private final Lists lists;

    ImportPreview(Imports imports, JdbcImportRows rows, Lists lists) {
        this.imports = imports;
        this.rows = rows;
        this.lists = lists;
    }

    /**
     * Some of them in their order, from the one after {@code after} on; those that are imported by now are no longer among them.
     *
     * @throws io.ringback.platform.problem.NotFound when there is no such import of the account
     */
    public List<PreviewedRow> good(String account, UUID id, int after, int limit) {
        var byId = lists.all().stream().collect(Collectors.toMap(CallbackList::id, Function.identity()));
        return rows.preview(imports.get(account, id).id(), true, after, limit).stream()
                .flatMap(row -> Stream.ofNullable(row.request())
                        .filter(request -> byId.containsKey(request.listId()))
                        .map(request -> view(row, request, Objects.requireNonNull(byId.get(request.listId())))))
                .toList();
    }

    private static PreviewedRow view(JdbcImportRows.Previewed row, CallbackRequest request, CallbackList list) {
        return new PreviewedRow(
                row.row(),
                list.id(),
                list.name(),
                number(request, list),
                request.callerName(),
                ImportDefaults.isMade(request.externalId()) ? null : request.externalId(),
                request.notBefore(),
                request.dueAt(),
                request.expiresAt(),
                request.attributes() == null ? Map.of() : request.attributes(),
                list.zone().getId(),
                String.valueOf(row.outlook()));
    }

    /** The settings of the list may have changed since it was looked at. */
    private static String number(CallbackRequest request, CallbackList list) {
        try {
            return PhoneNumbers.e164(
                    request.phoneNumber(), list.region(), list.policy().specialNumbers());
        } catch (InvalidField refusal) {
            return request.phoneNumber();
        }
    }
}
