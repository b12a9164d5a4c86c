package io.ringback.platform.database;

/**
 * Has PostgreSQL keep its plans for the rest of a transaction. The steps of cases are the same statements each time, of which
 * some take longer to plan than to run; searches are planned for what is sought, as ever (docs/decisions/087).
 */
public final class PlannedOnce {

    /** To be selected by the statement that such a transaction begins with, so that it costs none of its own. */
    public static final String FROM_NOW_ON = "set_config('plan_cache_mode', 'force_generic_plan', true)";

    private PlannedOnce() {}
}
