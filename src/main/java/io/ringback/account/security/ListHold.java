package io.ringback.account.security;

/** What an address has to do with lists: so is a token kept off others that is held to some. */
enum ListHold {
    /** It is about several lists, or things of none that are not everybody's: only for callers who reach all. */
    ALL,

    /** It tells nothing of any list. */
    NONE,

    /** The list is {@code id} in the path. */
    LIST_IN_PATH,

    /** The list is that of the callback that is {@code id} in the path. */
    CALLBACK_IN_PATH,

    /** The list is the parameter {@code listId}. */
    LIST_IN_QUERY,

    /** The list is in the body, or what is answered is cut down: whoever answers asks {@link io.ringback.account.CallerLists}. */
    ASKED_INSIDE
}
