package io.ringback.exchange;

/** What would become of a row if it was imported now. */
enum ExpectedResult {
    NEW,
    /** Its number has an open callback on the list, or an earlier row of the file has the number. */
    MERGE,
    /** It was imported before: its external id is known. */
    ALREADY_THERE
}
