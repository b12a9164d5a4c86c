package io.ringback.hours;

import io.ringback.platform.input.Texts;

/** The names of events, fit to be those of closed days. */
final class EventNames {

    static final String NONE = "–";
    private static final int LONGEST = 100;

    private EventNames() {}

    static String of(String summary) {
        var name = summary.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (name.length() > LONGEST) {
            var cut = Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            name = name.substring(0, cut) + "…";
        }
        return name.isEmpty() || !Texts.isPlain(name, false) ? NONE : name;
    }
}
