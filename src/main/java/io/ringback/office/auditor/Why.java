package io.ringback.office.auditor;

import java.util.List;
import java.util.UUID;

/**
 * Why something has happened, in the words of a page.
 *
 * @param sentences the most telling first; none where there is nothing to say beyond what happened
 * @param others the other callbacks that it hung on, the first of them first
 */
record Why(List<String> sentences, List<Other> others) {

    static final Why NOTHING = new Why(List.of(), List.of());

    static Why of(String sentence) {
        return new Why(List.of(sentence), List.of());
    }

    public boolean isEmpty() {
        return sentences.isEmpty() && others.isEmpty();
    }

    /** @param words why it was skipped, or what it has to do with this one */
    record Other(UUID callbackId, String words) {}
}
