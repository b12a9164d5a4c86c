package io.ringback.trial;

import io.ringback.callback.CallbackStatus;
import io.ringback.design.ModelText;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.web.BodyLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The examples that are kept with a process. */
@RestController
@RequestMapping(ExampleController.ADDRESS)
class ExampleController {

    static final String ADDRESS = "/api/v1/processes/{key}/examples";

    private static final String KEY = "[A-Za-z_][A-Za-z0-9_.-]{0,127}";

    private final DesignersExamples examples;
    private final CheckedTrials trials;
    private final Transactions transactions;
    private final Clock clock;

    ExampleController(DesignersExamples examples, CheckedTrials trials, Transactions transactions, Clock clock) {
        this.examples = examples;
        this.trials = trials;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All of a process, by name. */
    @GetMapping
    Examples all(@PathVariable @Pattern(regexp = KEY) String key) {
        return new Examples(examples.of(key));
    }

    @GetMapping("/{name}")
    DesignersExample one(@PathVariable @Pattern(regexp = KEY) String key, @PathVariable String name) {
        return examples.get(key, name);
    }

    /** Keeps it under this name, in the place of the one that has it. */
    @PutMapping("/{name}")
    DesignersExample save(
            @PathVariable @Pattern(regexp = KEY) String key,
            @PathVariable @PlainText(max = 100) String name,
            @RequestBody @Valid ExampleRequest request,
            Principal caller) {
        var list = request.listId() == null ? null : trials.list(request.listId());
        return transactions.run(() -> examples.save(new DesignersExample(
                key,
                name.strip(),
                list == null ? null : list.id(),
                request.example(),
                request.endElementId(),
                request.endStatus(),
                caller.getName(),
                clock.instant())));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable @Pattern(regexp = KEY) String key, @PathVariable String name) {
        transactions.execute(() -> examples.delete(key, name));
    }

    /** Plays all of them, on what is deployed or on these files, and tells which have ended as expected. */
    @PostMapping("/run")
    DesignersExamples.Run run(@PathVariable @Pattern(regexp = KEY) String key, @RequestBody @Valid RunRequest request) {
        var files = trials.checked(request.files());
        return CheckedTrials.orRefused(files, () -> examples.run(key, files));
    }

    record Examples(List<DesignersExample> items) {}

    /**
     * @param listId the list whose settings count; null for one with a limit for everything
     * @param endElementId where it has to end, or to wait at last, as for the task of a back office; null for anywhere
     * @param endStatus what the callback has to be at last; null for anything
     */
    record ExampleRequest(
            @Nullable @PlainText(max = 63) String listId,
            @NotNull @Valid TrialExample example,

            @Nullable @Pattern(regexp = KEY, message = "must be the id of an element")
            String endElementId,

            @Nullable CallbackStatus endStatus) {}

    /** @param files instead of those that are deployed; null for none */
    record RunRequest(
            @Nullable @Size(max = ModelText.MOST, message = "must be at most 50")
            List<@NotNull @Valid TrialFile> files) {}

    @Configuration(proxyBeanMethods = false)
    static class Limits {

        @Bean
        BodyLimit runFiles() {
            return new BodyLimit(ADDRESS + "/run", DataSize.ofMegabytes(8));
        }
    }
}
