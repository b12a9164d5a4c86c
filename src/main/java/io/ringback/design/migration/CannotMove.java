package io.ringback.design.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instance cannot go on by the other version. Nothing of it was changed. */
public final class CannotMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String elementId;
    private final Hindrance hindrance;
    private final transient List<String> names;

    /**
     * @param elementId where it waits; null when it is not known
     * @param names what the hindrance is about
     */
    public CannotMove(@Nullable String elementId, Hindrance hindrance, List<String> names, @Nullable Throwable cause) {
        super(hindrance.said(names), cause);
        this.elementId = elementId;
        this.hindrance = hindrance;
        this.names = List.copyOf(names);
    }

    public CannotMove(@Nullable String elementId, Hindrance hindrance, String... names) {
        this(elementId, hindrance, List.of(names), null);
    }

    public @Nullable String elementId() {
        return elementId;
    }

    public Hindrance hindrance() {
        return hindrance;
    }

    public List<String> names() {
        return names;
    }
}
