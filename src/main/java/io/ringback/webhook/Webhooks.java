package io.ringback.webhook;

import com.fasterxml.uuid.Generators;
import io.ringback.audit.AuditTrail;
import io.ringback.list.Lists;
import io.ringback.platform.database.Seal;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.PreconditionFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The webhooks, and what administrators do with them. */
@Service
class Webhooks {

    /** Each has threads and connections of its own while it sends. */
    static final int MOST = 20;

    private static final int MOST_FORMER = 5;

    /** How long messages are also signed with the secret before, so that receivers can change without a gap. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private final JdbcWebhooks rows;
    private final JdbcEventStream stream;
    private final TargetRules targets;
    private final Lists lists;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;
    private final Seal seal;

    Webhooks(
            JdbcWebhooks rows,
            JdbcEventStream stream,
            TargetRules targets,
            Lists lists,
            AuditTrail audit,
            Transactions transactions,
            Clock clock,
            Seal seal) {
        this.rows = rows;
        this.stream = stream;
        this.targets = targets;
        this.lists = lists;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.seal = seal;
    }

    List<Webhook> all() {
        return rows.all();
    }

    /** @throws NotFound when there is no such webhook */
    Webhook get(UUID id) {
        return rows.find(id).orElseThrow(Webhooks::unknown);
    }

    Optional<Webhook> named(String name) {
        return all().stream()
                .filter(webhook -> webhook.wish().name().equals(name))
                .findFirst();
    }

    /** @throws NotFound when there is no such webhook */
    Webhook lock(UUID id) {
        return rows.lock(id).orElseThrow(Webhooks::unknown);
    }

    /**
     * Makes one that is told of what happens from now on.
     *
     * @throws InvalidField when it may not lead there, or names what is not there
     * @throws Conflict when there are too many, or one of this name
     */
    Webhook.WithSecret create(Webhook.Wish wish) {
        check(wish);
        return transactions.run(() -> {
            var last = stream.lock();
            if (rows.count() >= MOST) {
                throw new Conflict(
                        "Expected fewer than %s webhooks, but there are as many. Delete one first.".formatted(MOST));
            }
            expectOwnName(null, wish.name());
            var id = Generators.timeBasedEpochGenerator().generate();
            var secret = Secret.random();
            var webhook = new Webhook(
                    id, wish, null, new Webhook.Secrets(secret.sealed(seal, id), List.of()), clock.instant(), 1);
            rows.insert(webhook, last);
            record(new WebhookEvent.Created(), webhook);
            return new Webhook.WithSecret(webhook, secret);
        });
    }

    /**
     * Changes it; one that is enabled again goes on where it was disabled.
     *
     * @throws PreconditionFailed when it was changed since this version
     */
    Webhook change(UUID id, Webhook.Wish wish, long version) {
        check(wish);
        return transactions.run(() -> {
            stream.lock();
            var before = lock(id);
            expectOwnName(id, wish.name());
            if (before.version() != version) {
                throw new PreconditionFailed(
                        "The webhook was changed meanwhile: expected version %s, but it is %s now. Read it again."
                                .formatted(version, before.version()));
            }
            rows.update(id, wish);
            var after = get(id);
            record(new WebhookEvent.SettingsChanged(WebhookChanges.between(before, after)), after);
            return after;
        });
    }

    void delete(UUID id) {
        transactions.execute(() -> {
            var webhook = lock(id);
            rows.delete(id);
            record(new WebhookEvent.Deleted(), webhook);
        });
    }

    /**
     * Gives it a new secret; the one before counts for {@link #OVERLAP} more, and so do those before it for their rest.
     *
     * @throws Conflict when too many count already: each is one more signature on every message
     */
    Webhook.WithSecret rotateSecret(UUID id) {
        return transactions.run(() -> {
            var now = clock.instant();
            if (lock(id).secrets().at(now).size() > MOST_FORMER) {
                throw new Conflict("The secret was changed %s times within a day; wait until one of them has run out."
                        .formatted(MOST_FORMER));
            }
            var secret = Secret.random();
            rows.replaceSecret(id, secret.sealed(seal, id), now.plus(OVERLAP), now);
            var webhook = get(id);
            record(new WebhookEvent.SecretRotated(), webhook);
            return new Webhook.WithSecret(webhook, secret);
        });
    }

    /** Does so in the transaction of its caller, who has locked it. */
    void disable(Webhook webhook, String because) {
        if (webhook.wish().enabled()) {
            rows.disable(webhook.id(), because);
            record(new WebhookEvent.Disabled(because), webhook);
        }
    }

    /** Leaves a row in the audit trail, in the transaction of its caller. */
    void record(WebhookEvent event, Webhook webhook) {
        audit.record(event.entry(webhook));
    }

    private void check(Webhook.Wish wish) {
        targets.check(wish.url());
        for (var type : wish.types()) {
            if (EventTypes.change(type).isEmpty() && EventTypes.notice(type).isEmpty()) {
                throw new InvalidField("types", "must be types of events, such as io.ringback.callback.allocated");
            }
        }
        for (var list : wish.lists()) {
            if (lists.find(list).isEmpty()) {
                throw new InvalidField("lists", "must be ids of lists that there are");
            }
        }
    }

    /** Whoever gives a name has locked the stream before, so that no two are given the same. */
    private void expectOwnName(@Nullable UUID id, String name) {
        if (named(name).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new Conflict("There is a webhook with this name already; choose another one.");
        }
    }

    private static NotFound unknown() {
        return new NotFound("There is no webhook with this id.");
    }
}
