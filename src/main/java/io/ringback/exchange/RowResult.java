package io.ringback.exchange;

/** What became of a row. */
enum RowResult {
    CREATED,
    MERGED,
    /** Known by its external id: imported before. */
    ALREADY_THERE,
    /** Refused, though it was good when it was looked at: its list was archived meanwhile, its time has passed. */
    FAILED,
    /** Left out because of its errors. */
    SKIPPED
}
