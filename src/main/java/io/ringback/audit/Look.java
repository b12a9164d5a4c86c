package io.ringback.audit;

/** What can be looked at. The names of the events are made from these: {@code LOOKED_AT_CALLBACK}. */
public enum Look {
    /** One callback: its page, its data, its history. */
    CALLBACK(false),
    /** Several callbacks: a search, a list. */
    CALLBACKS(true),
    /** What was said, when it is played. */
    RECORDING(false),
    /** A file of data. */
    EXPORT(true),
    /** An import, which shows the callers in its file. */
    IMPORT(false),
    /** What one agent has done. */
    AGENT(false),
    /** Figures of process versions, agents or lists. */
    FIGURES(false),
    /** The proof that nothing was changed. */
    RECORD(false),
    /** Who has looked at what. */
    READS(false),
    /** All that is kept of one number. */
    SUBJECT(true);

    private static final String PREFIX = "LOOKED_AT";

    /** SQL: whether an event is a look. Indexes are made with these very words. */
    public static final String IS_LOOK = "starts_with(type, '%s')".formatted(PREFIX);

    private final boolean eachTime;

    Look(boolean eachTime) {
        this.eachTime = eachTime;
    }

    /** The type of its event. */
    public String type() {
        return "%s_%s".formatted(PREFIX, name());
    }

    /** The look whose event has this type. */
    public static Look of(String type) {
        return valueOf(type.substring(PREFIX.length() + 1));
    }

    /** Whether doing it again within minutes is another look, and not the same one that goes on. */
    public boolean eachTime() {
        return eachTime;
    }
}
