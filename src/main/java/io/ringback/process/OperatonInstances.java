package io.ringback.process;

import io.ringback.design.migration.MappedElement;
import io.ringback.design.migration.OpenInstance;
import io.ringback.design.migration.ProcessInstances;
import io.ringback.design.migration.Route;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.NotFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.RepositoryServiceImpl;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks at the open instances of processes and moves them, by the engine. */
@Component
class OperatonInstances implements ProcessInstances {

    private final ProcessEngine engine;
    private final JdbcOpenInstances instances;
    private final JdbcWaitingPlaces places;
    private final Transactions transactions;

    OperatonInstances(
            @Lazy ProcessEngine engine,
            JdbcOpenInstances instances,
            JdbcWaitingPlaces places,
            Transactions transactions) {
        this.engine = engine;
        this.instances = instances;
        this.places = places;
        this.transactions = transactions;
    }

    @Override
    public List<OpenInstance> open(String process, int version) {
        return instances.of(definition(process, version).getId());
    }

    @Override
    public Mover mover(Route route) {
        var from = definition(route.process(), route.from());
        var to = definition(route.process(), route.to());
        var mapping = ElementMapping.of(engine.getRuntimeService(), from, to, route.mapping());
        return new EngineMover(engine, places, transactions, from, to, mapping);
    }

    @Override
    public List<MappedElement> elements(String process, int from, int to) {
        var source = definition(process, from);
        var target = definition(process, to);
        var equal = ElementMapping.equal(engine.getRuntimeService(), source, target);
        return all(source).stream()
                .filter(Waits::isPlace)
                .map(element -> new MappedElement(
                        element.getId(),
                        name(element),
                        Waits.kind(element),
                        equal.get(element.getId()),
                        choices(element, target)))
                .toList();
    }

    private static List<MappedElement.Choice> choices(ActivityImpl element, ProcessDefinitionEntity target) {
        return all(target).stream()
                .filter(other -> Waits.isPlace(other) && Waits.kind(other).equals(Waits.kind(element)))
                .map(other -> new MappedElement.Choice(other.getId(), name(other)))
                .toList();
    }

    /** All elements of a process, those within others included, by their ids. */
    static List<ActivityImpl> all(ScopeImpl scope) {
        var all = new ArrayList<ActivityImpl>();
        for (var activity : scope.getActivities()) {
            all.add(activity);
            all.addAll(all(activity));
        }
        all.sort(Comparator.comparing(ActivityImpl::getId));
        return all;
    }

    static @Nullable String name(ActivityImpl element) {
        return Optional.ofNullable(element.getName())
                .map(name -> name.replaceAll("\\s+", " ").strip())
                .filter(name -> !name.isEmpty())
                .orElse(null);
    }

    private ProcessDefinitionEntity definition(String process, int version) {
        var repository = (RepositoryServiceImpl) engine.getRepositoryService();
        var found = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult();
        if (found == null) {
            throw new NotFound("There is no version %s of a process with the key \"%s\".".formatted(version, process));
        }
        return (ProcessDefinitionEntity) repository.getDeployedProcessDefinition(found.getId());
    }
}
