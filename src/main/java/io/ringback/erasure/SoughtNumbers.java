package io.ringback.erasure;

import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.NumberFault;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.InvalidField;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose number is meant. It has to be one caller's: nobody is forgotten by mistake. */
@Component
class SoughtNumbers {

    private final Lists lists;
    private final JdbcErasures rows;

    SoughtNumbers(Lists lists, JdbcErasures rows) {
        this.lists = lists;
        this.rows = rows;
    }

    /**
     * All numbers in E.164 that one caller may be kept with.
     *
     * @param written in any writing; without a country it is read in the regions of the lists
     * @throws InvalidField for what is no number, and when callers of several countries are kept with it
     */
    Set<String> of(String written) {
        var everywhere = PhoneNumbers.lookedFor(written, Set.of());
        if (!everywhere.isEmpty() && written.strip().matches("(\\+|00).*")) {
            return everywhere;
        }
        var possible = new TreeSet<>(PhoneNumbers.lookedFor(written, regions()));
        if (possible.isEmpty()) {
            throw NumberFault.IMPOSSIBLE_NUMBER.refusal();
        }
        var kept = rows.of(possible).stream()
                .map(JdbcErasures.FoundCallback::phoneNumber)
                .collect(Collectors.toCollection(TreeSet::new));
        if (kept.size() > 1) {
            throw new InvalidField(
                    "phoneNumber",
                    "is kept of callers in several countries; write it with + and its country code",
                    NumberFault.AMBIGUOUS_NUMBER.name());
        }
        return kept.isEmpty() ? possible : kept;
    }

    /**
     * The same, for a reason that is kept.
     *
     * @throws InvalidField also for a reason that repeats the number
     */
    Set<String> checked(String written, String reason) {
        var sought = of(written);
        if (NumberPattern.of(sought).isIn(reason)) {
            throw new InvalidField("reason", "must not repeat the number: the reason is kept", "NAMES_CALLER");
        }
        return sought;
    }

    private List<String> regions() {
        return lists.everyOne().stream().map(CallbackList::region).distinct().toList();
    }
}
