package io.ringback.office.design;

import io.ringback.account.Account;
import io.ringback.account.Accounts;
import io.ringback.design.DeployedModel;
import io.ringback.design.DeployedVersions;
import io.ringback.design.KindOfModel;
import io.ringback.design.WaitingElement;
import io.ringback.design.migration.MappedElement;
import io.ringback.design.migration.MigrationView;
import io.ringback.design.migration.Migrations;
import io.ringback.platform.problem.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of migrations show. */
@Component
class MigrationPages {

    private final DeployedVersions versions;
    private final Migrations migrations;
    private final Accounts accounts;

    MigrationPages(DeployedVersions versions, Migrations migrations, Accounts accounts) {
        this.versions = versions;
        this.migrations = migrations;
        this.accounts = accounts;
    }

    /**
     * What could be done.
     *
     * @param all the versions there are, the newest first
     * @param from null, like {@code to}, when there is only one version
     */
    record Plan(
            String key,
            String name,
            List<DeployedModel> all,
            @Nullable DeployedModel from,
            @Nullable DeployedModel to,
            List<Place> places) {}

    /** Where cases may wait, and how many do now. */
    record Place(MappedElement element, String type, long waiting) {}

    /** @throws NotFound when there is no such process or version */
    Plan plan(String key, @Nullable Integer from, @Nullable Integer to) {
        var all = versions.all(key);
        var newest = all.get(0);
        if (newest.kind() != KindOfModel.PROCESS) {
            throw new NotFound("There is no process with this key.");
        }
        if (all.size() == 1) {
            return new Plan(key, newest.name(), all, null, null, List.of());
        }
        var target = to == null ? newest : versions.one(key, to);
        var source = from == null || from == target.version() ? other(all, target) : versions.one(key, from);
        return new Plan(key, newest.name(), all, source, target, places(key, source, target));
    }

    private List<Place> places(String key, DeployedModel from, DeployedModel to) {
        var now = versions.elements(key, from.version()).stream()
                .collect(Collectors.toMap(WaitingElement::elementId, Function.identity(), (one, same) -> one));
        return migrations.elements(key, from.version(), to.version()).stream()
                .map(element -> {
                    var found = now.get(element.id());
                    return new Place(
                            element,
                            found == null ? element.type() : found.type(),
                            found == null ? 0 : found.waiting());
                })
                .sorted(Comparator.comparing(Place::waiting)
                        .reversed()
                        .thenComparing(place -> place.element().id()))
                .toList();
    }

    private static DeployedModel other(List<DeployedModel> all, DeployedModel target) {
        var others =
                all.stream().filter(one -> one.version() != target.version()).toList();
        return others.stream().filter(one -> one.running() > 0).findFirst().orElse(others.get(0));
    }

    /** The name of the process, or its key. */
    String name(MigrationView migration) {
        return versions.all(migration.key()).get(0).name();
    }

    String person(String account) {
        return accounts.find(account).map(Account::name).orElse(account);
    }

    /** The names of those who have started them, by their accounts; those who are gone are left out. */
    Map<String, String> people(List<MigrationView> shown) {
        return accounts.names(shown.stream().map(MigrationView::by).collect(Collectors.toSet()));
    }
}
