package io.ringback.office.lists;

import io.ringback.office.TimeWords;
import java.time.Instant;

/**
 * One example of what becomes of a request, in words and drawn.
 *
 * @param asked when it comes in, like the other times in words of the page's language
 * @param atOnce whether it is offered as soon as it comes in
 * @param never whether it expires before the list opens
 */
record ListExample(
        String asked, String offered, String due, String expires, boolean atOnce, boolean never, ListTimeLine line) {

    static ListExample of(ListPreview preview, Instant now, TimeWords words) {
        return new ListExample(
                words.of(now, preview.at()),
                words.after(preview.at(), preview.offeredAt()),
                words.after(preview.offeredAt(), preview.dueAt()),
                words.after(preview.isNeverOffered() ? preview.at() : preview.dueAt(), preview.expiresAt()),
                preview.isOfferedAtOnce(),
                preview.isNeverOffered(),
                ListTimeLine.of(preview, words));
    }
}
