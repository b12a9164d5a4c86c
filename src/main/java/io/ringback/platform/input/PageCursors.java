package io.ringback.platform.input;

import io.ringback.platform.problem.InvalidField;

/** Where a page has ended, as it comes back in {@code after}. One that is not ours would end the leafing in silence. */
public final class PageCursors {

    private PageCursors() {}

    /** The refusal of an end that no page of this list can have had. */
    public static InvalidField notOfThisList() {
        return notOfThisList("after");
    }

    /** @param parameter where the end came back */
    public static InvalidField notOfThisList(String parameter) {
        return new InvalidField(
                parameter,
                "must be the next of the page before, unchanged and with the same filters; leave it out to begin anew");
    }
}
