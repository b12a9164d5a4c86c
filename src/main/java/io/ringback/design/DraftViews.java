package io.ringback.design;

import io.ringback.account.Accounts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of drafts, with names and with what has happened around them. */
@Component
public class DraftViews {

    private final JdbcDrafts rows;
    private final DraftContents contents;
    private final NewestVersions versions;
    private final Accounts accounts;

    DraftViews(JdbcDrafts rows, DraftContents contents, NewestVersions versions, Accounts accounts) {
        this.rows = rows;
        this.contents = contents;
        this.versions = versions;
        this.accounts = accounts;
    }

    /** All, the last saved first. */
    public List<DraftView> all() {
        return views(rows.rows().stream().filter(row -> row.deletedAt() == null).toList());
    }

    /** Those of a designer that were deleted and can be restored. */
    public List<DraftView> deletedOf(String ownerId) {
        return views(rows.rows().stream()
                .filter(row -> row.deletedAt() != null && row.ownerId().equals(ownerId))
                .toList());
    }

    public Optional<DraftView> find(UUID id) {
        return rows.row(id).map(row -> views(List.of(row)).get(0));
    }

    private List<DraftView> views(List<JdbcDrafts.Row> shown) {
        var newest = versions.newest(shown.stream()
                .map(JdbcDrafts.Row::basedOnKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var owners = rows.ownersOf(shown.stream().map(JdbcDrafts.Row::file).collect(Collectors.toSet()));
        var names = names(shown, owners.values());
        return shown.stream()
                .map(row -> view(row, newest, others(row, owners), names))
                .toList();
    }

    private static List<String> others(JdbcDrafts.Row row, Map<String, List<String>> owners) {
        return owners.getOrDefault(row.file(), List.of()).stream()
                .filter(owner -> !owner.equals(row.ownerId()))
                .toList();
    }

    private Map<String, String> names(List<JdbcDrafts.Row> shown, Collection<List<String>> others) {
        var ids = new HashSet<String>();
        shown.forEach(row -> ids.add(row.ownerId()));
        others.forEach(ids::addAll);
        return accounts.names(ids);
    }

    private DraftView view(
            JdbcDrafts.Row row, Map<String, Integer> newest, List<String> others, Map<String, String> names) {
        var key = row.basedOnKey();
        var version = row.basedOnVersion();
        return new DraftView(
                row.id(),
                row.file(),
                row.key(),
                contents.kind(row.file()),
                row.ownerId(),
                names.getOrDefault(row.ownerId(), row.ownerId()),
                key == null || version == null ? null : new DraftView.BasedOn(key, version),
                key == null ? null : newest.get(key),
                row.revision(),
                row.state(),
                row.savedAt(),
                row.deletedAt(),
                others.stream().map(id -> names.getOrDefault(id, id)).toList());
    }
}
