package io.ringback.account.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Notes the last use of a session once a minute, not at every call of a script, and ends each one a while after its
 * beginning, however much it is used. Its times are the machine's, as Spring Session has them.
 */
class ThrottledSessionRepository<S extends Session>
        implements FindByIndexNameSessionRepository<ThrottledSessionRepository.Sparing<S>> {

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> sessions;
    private final Supplier<Duration> endsAfter;

    /** @param endsAfter how long after its beginning a session ends */
    ThrottledSessionRepository(FindByIndexNameSessionRepository<S> sessions, Supplier<Duration> endsAfter) {
        this.sessions = sessions;
        this.endsAfter = endsAfter;
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(sessions.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        sessions.save(session.stored);
    }

    @Override
    @SuppressWarnings("NullAway") // a session that is not found is null
    public @Nullable Sparing<S> findById(String id) {
        var found = sessions.findById(id);
        if (found != null && isTooOld(found)) {
            sessions.deleteById(id);
            return null;
        }
        return found == null ? null : new Sparing<>(found);
    }

    private boolean isTooOld(S session) {
        return !session.getCreationTime().plus(endsAfter.get()).isAfter(Instant.now());
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, Sparing<S>> findByIndexNameAndIndexValue(String name, String value) {
        return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Sparing<>(entry.getValue())));
    }

    static final class Sparing<S extends Session> implements Session {

        private final S stored;

        private Sparing(S stored) {
            this.stored = stored;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (time.isAfter(stored.getLastAccessedTime().plus(PRECISION))) {
                stored.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
