package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of an open callback whose caller asks once more; see {@link Callback#askedAgain}. */
final class AskingAgain {

    private AskingAgain() {}

    static Change of(Callback main, Callback further, boolean moves, OpeningCalendar hours, Instant now) {
        var before = main.deadlines();
        var inHand = main.holding() != null;
        var next = inHand
                ? before.improvedInHandBy(further.deadlines())
                : before.improvedBy(further.deadlines(), moves, hours, now);
        var stays = inHand || main.status() == CallbackStatus.WAITING && before.isOfferable(now);
        var line = stays ? main.status() : Callback.lineOf(next, now);
        var after = main.with(line, next, main.attemptCount(), main.holding(), main.releasedBy())
                .marked(null);
        return main.to(
                CallbackCopy.urgent(after, Math.max(main.priority(), further.priority())),
                new CallbackEvent.RelatedReceived(
                        further.id(),
                        moved(before, next, Deadlines::eligibleAt),
                        moved(before, next, Deadlines::dueAt),
                        moved(before, next, Deadlines::expiresAt)));
    }

    private static @Nullable Instant moved(Deadlines before, Deadlines next, Function<Deadlines, Instant> time) {
        return time.apply(next).equals(time.apply(before)) ? null : time.apply(next);
    }
}
