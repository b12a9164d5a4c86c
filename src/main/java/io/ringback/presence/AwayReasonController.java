package io.ringback.presence;

import io.ringback.platform.problem.InvalidField;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What agents can be away for. */
@RestController
@RequestMapping("/api/v1/away-reasons")
class AwayReasonController {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    private final AwayReasons reasons;

    AwayReasonController(AwayReasons reasons) {
        this.reasons = reasons;
    }

    /** Those that can be chosen, in their order. */
    @GetMapping
    List<AwayReason> offered() {
        return reasons.offered();
    }

    /** Makes a new one behind the others, whose id follows from its name. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AwayReason add(@RequestBody @Valid AwayReasonRequest request) {
        return reasons.add(request);
    }

    /** Makes it, or changes it; one that was archived can be chosen again. */
    @PutMapping("/{id}")
    AwayReason save(@PathVariable String id, @RequestBody @Valid AwayReasonRequest request) {
        checkId("id", id);
        var place = reasons.find(id).map(AwayReason::place).orElseGet(() -> lastPlace(reasons.all()));
        var reason = request.asReason(id, place);
        reasons.save(reason);
        return reason;
    }

    /** It can be chosen no more; those who are away for it stay so, and reports keep it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable String id) {
        reasons.archive(id);
    }

    static void checkId(String field, String id) {
        if (!id.matches(ID)) {
            throw new InvalidField(
                    field, "must be an id of lower-case letters, digits and hyphens, such as team-meeting");
        }
    }

    /** Behind all others. */
    static int lastPlace(List<AwayReason> all) {
        return all.stream().mapToInt(AwayReason::place).max().orElse(0) + 1;
    }
}
