package io.ringback.auditor;

import io.ringback.number.NumberFault;
import io.ringback.platform.problem.InvalidField;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who has looked at what, the last look first. */
@Service
public class Reads {

    private static final int DEFAULT_LIMIT = 50;
    private static final int ON_A_PAGE_OF_A_FILE = 500;

    private final JdbcReads rows;
    private final JdbcReadings readings;
    private final SoughtHashes hashes;

    Reads(JdbcReads rows, JdbcReadings readings, SoughtHashes hashes) {
        this.rows = rows;
        this.readings = readings;
        this.hashes = hashes;
    }

    /**
     * A page of reads.
     *
     * @param next the {@code after} of the page that follows; null on the last one
     */
    public record Page(List<Read> items, @Nullable Long next) {}

    /** @throws InvalidField when the number cannot be one */
    public Page find(ReadsRequest request) {
        var limit = Objects.requireNonNullElse(request.limit(), DEFAULT_LIMIT);
        var searches = check(request);
        var found = rows.page(request, searches, limit + 1);
        var shown = found.stream().limit(limit).toList();
        return new Page(shown, found.size() > limit ? shown.get(limit - 1).id() : null);
    }

    /**
     * @return the hashes of searches for the number; null when none is asked for
     * @throws InvalidField as when it is looked for
     */
    SoughtHashes.@Nullable Hashes check(ReadsRequest request) {
        var written = request.phoneNumber();
        var searches = written == null ? null : hashes.ofSearchesFor(written);
        if (searches != null && searches.isEmpty()) {
            throw NumberFault.IMPOSSIBLE_NUMBER.refusal();
        }
        return searches;
    }

    /**
     * Forgets that anybody has looked for this number; that somebody has looked for something stays in the record.
     *
     * @param e164 the number as callbacks have it
     * @return how many searches are not known any more to have been for it
     */
    public int forget(String e164) {
        return readings.forgetSought(hashes.pointingAt(e164));
    }

    /** All of them, page by page. */
    void each(ReadsRequest request, Taker taker) throws IOException {
        var after = request.after();
        do {
            var page = find(request.page(after, ON_A_PAGE_OF_A_FILE));
            for (var read : page.items()) {
                taker.take(read);
            }
            after = page.next();
        } while (after != null);
    }

    /** Takes one after the other. */
    @FunctionalInterface
    interface Taker {
        void take(Read read) throws IOException;
    }
}
