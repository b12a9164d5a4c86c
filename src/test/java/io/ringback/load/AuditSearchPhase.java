package io.ringback.load;

import io.ringback.support.Http;
import io.ringback.support.WebSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for callbacks by each thing that is known, by every two of them, and on the pages that follow. */
final class AuditSearchPhase {

    static final int TARGET = 200;
    private static final String SEARCH = "/api/v1/audit/search";
    private static final int PAGES = 4;
    private static final int SLOWEST = 12;

    private final WebSession auditor;
    private final AuditQuestions questions;
    private final AuditAnswers answers;
    private final int rounds;

    AuditSearchPhase(WebSession auditor, AuditQuestions questions, AuditAnswers answers, int rounds) {
        this.auditor = auditor;
        this.questions = questions;
        this.answers = answers;
        this.rounds = rounds;
    }

    void run() {
        var criteria = questions.all();
        answers.measured("search for anything", rounds, TARGET, () -> asked(Map.of()));
        for (var criterion : criteria) {
            answers.measured(
                    "search by " + criterion.name(),
                    rounds,
                    TARGET,
                    () -> asked(criterion.values().get()));
        }
        pairs(criteria);
        for (var criterion : criteria) {
            next(criterion);
        }
    }

    /** The slowest are told one by one. */
    private void pairs(List<AuditQuestions.Criterion> criteria) {
        var all = new Timings("search by any two of them");
        List<Timings> pairs = new ArrayList<>();
        for (int one = 0; one < criteria.size(); one++) {
            for (int other = one + 1; other < criteria.size(); other++) {
                if (!criteria.get(one).field().equals(criteria.get(other).field())) {
                    pairs.add(pair(criteria.get(one), criteria.get(other), all));
                }
            }
        }
        answers.tell(all, TARGET);
        pairs.stream()
                .sorted(Comparator.comparingDouble((Timings pair) -> pair.millis(99))
                        .reversed())
                .limit(SLOWEST)
                .forEach(pair -> answers.tell(pair, TARGET));
    }

    /** There are so many of them that fewer rounds of each do. */
    private Timings pair(AuditQuestions.Criterion one, AuditQuestions.Criterion other, Timings all) {
        var rounds = Math.max(1, this.rounds / 4);
        var timings = new Timings("search by %s and %s".formatted(one.name(), other.name()));
        for (int round = 0; round < Math.max(3, rounds / 5); round++) {
            asked(AuditQuestions.both(one, other));
        }
        for (int round = 0; round < rounds; round++) {
            var fields = AuditQuestions.both(one, other);
            var begin = System.nanoTime();
            asked(fields);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            timings.record(took);
            all.record(took);
        }
        return timings;
    }

    private void next(AuditQuestions.Criterion criterion) {
        var timings = new Timings("next pages by " + criterion.name());
        for (int round = 0; round < Math.max(2, rounds / PAGES); round++) {
            var fields = new LinkedHashMap<>(criterion.values().get());
            var after = after(asked(fields));
            for (int page = 0; page < PAGES && after != null; page++) {
                fields.put("after", after);
                after = after(timings.time(() -> asked(fields)));
            }
        }
        if (timings.count() > 0) {
            answers.tell(timings, TARGET);
        }
    }

    private Http.Answer asked(Map<String, String> fields) {
        var answer = auditor.call("POST", SEARCH, AuditQuestions.json(fields));
        if (answer.status() != 200) {
            throw new IllegalStateException("%s answered %d %s".formatted(fields, answer.status(), answer.body()));
        }
        return answer;
    }

    private static @Nullable String after(Http.Answer answer) {
        var next = answer.json().path("next");
        return next.isTextual() ? next.asText() : null;
    }
}
