package io.ringback.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * All settings as one file. A file is applied as a whole or not at all, in one transaction; a dry run is the same work,
 * taken back at its end, so what it tells is what would happen.
 */
@Service
public class Settings {

    private static final String VERSION = "ringback";
    private static final int CURRENT = 1;

    private final List<SettingsPart> parts;
    private final Transactions transactions;

    Settings(List<SettingsPart> parts, Transactions transactions) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(SettingsPart::place).thenComparing(SettingsPart::key))
                .toList();
        this.transactions = transactions;
    }

    /** The present settings, as {@link #apply} takes them. */
    public String read() {
        var file = JsonNodeFactory.instance.objectNode().put(VERSION, CURRENT);
        transactions.execute(() -> parts.forEach(part -> {
            var items = file.putObject(part.key());
            part.read().forEach(items::set);
        }));
        return YamlWriter.write(file);
    }

    /** @throws InvalidField naming the path and line of everything that cannot be, and then nothing was changed */
    SettingsPlan apply(String yaml, boolean dryRun) {
        var file = YamlReader.read(yaml);
        var outline = check(file);
        try {
            return transactions.run(() -> {
                var plan = new SettingsPlan(dryRun, applyAll(file, outline));
                if (dryRun) {
                    throw new TakenBack(plan);
                }
                return plan;
            });
        } catch (TakenBack tried) {
            return tried.plan;
        }
    }

    /** What is wrong with its outline; the rest is tried all the same, so that all errors are told at once. */
    private List<FieldError> check(YamlDocument file) {
        var version = file.root().get(VERSION);
        if (version == null || !version.isInt() || version.intValue() != CURRENT) {
            throw new InvalidField(List.of(file.located(VERSION, "must be there and be 1: the version of the format")));
        }
        var known = parts.stream().map(SettingsPart::key).collect(Collectors.toCollection(TreeSet::new));
        var errors = new ArrayList<FieldError>();
        file.root().fields().forEachRemaining(part -> {
            if (!part.getKey().equals(VERSION)) {
                checkPart(part.getKey(), part.getValue(), known, file, errors);
            }
        });
        return errors;
    }

    private static void checkPart(
            String key, JsonNode items, Set<String> known, YamlDocument file, List<FieldError> errors) {
        if (!known.contains(key)) {
            errors.add(file.located(
                    key, "is not a part of the settings; there are %s".formatted(String.join(", ", known))));
            return;
        }
        if (!items.isObject() && !items.isNull()) {
            errors.add(file.located(key, "expected ids with settings below each"));
        }
        items.fields().forEachRemaining(item -> {
            if (!item.getValue().isObject()) {
                errors.add(file.located(YamlDocument.inside(key, item.getKey()), "expected settings below it"));
            }
        });
    }

    private List<SettingsPlan.Item> applyAll(YamlDocument file, List<FieldError> outline) {
        var done = new ArrayList<SettingsPlan.Item>();
        var errors = new ArrayList<>(outline);
        for (var part : parts) {
            var items = file.root().path(part.key());
            var ids = new TreeSet<String>();
            items.fieldNames().forEachRemaining(ids::add);
            var refused = refused(part, items);
            refused.forEach((id, why) -> errors.add(file.located(YamlDocument.inside(part.key(), id), why)));
            ids.removeAll(refused.keySet());
            // In one order whoever sends them, so that two files at once wait for each other and do not deadlock.
            for (var id : ids) {
                var change = items.path(id) instanceof ObjectNode wanted ? apply(part, id, wanted, file, errors) : null;
                if (change != null) {
                    done.add(new SettingsPlan.Item(part.key(), id, change.action(), change.differences()));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidField(errors);
        }
        return done;
    }

    private static Map<String, String> refused(SettingsPart part, JsonNode items) {
        var wanted = new TreeMap<String, ObjectNode>();
        items.fields().forEachRemaining(item -> {
            if (item.getValue() instanceof ObjectNode settings) {
                wanted.put(item.getKey(), settings);
            }
        });
        return wanted.isEmpty() ? Map.of() : part.refused(wanted);
    }

    private static @Nullable SettingsChange apply(
            SettingsPart part, String id, ObjectNode wanted, YamlDocument file, List<FieldError> errors) {
        var path = YamlDocument.inside(part.key(), id);
        try {
            return part.apply(id.strip(), wanted);
        } catch (InvalidField invalid) {
            invalid.errors()
                    .forEach(error -> errors.add(file.located(
                            error.field().isEmpty() ? path : YamlDocument.inside(path, error.field()),
                            error.message())));
        } catch (Conflict | NotFound refused) {
            errors.add(file.located(path, String.valueOf(refused.getMessage())));
        }
        return null;
    }

    /** Ends the transaction of a dry run. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SettingsPlan plan;

        TakenBack(SettingsPlan plan) {
            super("dry run", null, false, false);
            this.plan = plan;
        }
    }
}
