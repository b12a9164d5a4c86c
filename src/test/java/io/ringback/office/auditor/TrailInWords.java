package io.ringback.office.auditor;

import io.ringback.audit.AuditEvent;
import io.ringback.auditor.FactsOfTests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** Events as the trail has kept them, as the pages of auditors say why they happened. */
final class TrailInWords {

    static final UUID ID = UUID.fromString("0190a1b2-0000-7000-8000-000000000001");

    /** A Friday; in Helsinki it is 16:50. */
    private static final Instant AT = Instant.parse("2026-11-27T14:50:00Z");

    private static final WhyInWords.Known KNOWN = new WhyInWords.Known(
            Map.of("bo", "Bo"),
            Map.of("sales", "Sales", "support", "Support", "a", "A", "b", "B", "c", "C", "d", "D"),
            ZoneId.of("Europe/Helsinki"));

    private static final WhyInWords WORDS = words();

    private TrailInWords() {}

    static AuditEvent event(
            String type,
            @Nullable String details,
            @Nullable String because,
            @Nullable String changed,
            @Nullable String facts) {
        return new AuditEvent(AT, "system", type, null, null, null, "bo", details, because, changed, facts);
    }

    static String json(String written) {
        return written.replace('\'', '"');
    }

    /** With ordinary spaces. */
    static Why plain(AuditEvent event, String language) {
        var why = WORDS.of(event, KNOWN, Locale.forLanguageTag(language));
        return new Why(
                why.sentences().stream()
                        .map(each -> each.replace('\u00a0', ' '))
                        .toList(),
                why.others());
    }

    private static WhyInWords words() {
        var facts = FactsOfTests.facts();
        var rules = new RuleInWords();
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames(
                "classpath:messages/auditwhy",
                "classpath:messages/cases",
                "classpath:messages/board",
                "classpath:messages/lists");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new WhyInWords(
                messages,
                new AllocationInWords(),
                new RetryInWords(facts, rules),
                new OtherReasons(facts, rules),
                facts);
    }
}
