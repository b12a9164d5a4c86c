package io.ringback.operations;

import java.util.List;

/**
 * What is going on in the whole centre, at one moment.
 *
 * @param lists the fullest first
 * @param receptions agents who are receiving
 * @param idle those of them who wait for a callback
 * @param setAside callbacks that allocation passes by until somebody repairs them
 * @param tasks of back offices that nobody has completed
 */
public record Figures(List<OfList> lists, long receptions, long idle, long setAside, long tasks, Timers timers) {

    /** What a sum over the lists that are not told apart is called; no list can have this id. */
    static final String OTHERS = "_others";

    /**
     * The open callbacks of one list.
     *
     * @param waiting eligible and in nobody's hands
     * @param scheduled not before a time to come
     * @param held in an agent's hands
     * @param overdue all of these that should have been called by now
     */
    record OfList(String listId, long waiting, long scheduled, long held, long overdue) {

        private OfList plus(OfList other) {
            return new OfList(
                    listId,
                    waiting + other.waiting,
                    scheduled + other.scheduled,
                    held + other.held,
                    overdue + other.overdue);
        }
    }

    /** Of all lists together. */
    public OfList total() {
        return lists.stream().reduce(new OfList(OTHERS, 0, 0, 0, 0), OfList::plus);
    }

    /** With no more than so many lists told apart. */
    Figures limited(int most) {
        if (lists.size() <= most) {
            return this;
        }
        var others = lists.stream().skip(most).reduce(new OfList(OTHERS, 0, 0, 0, 0), OfList::plus);
        var shown = new java.util.ArrayList<>(lists.subList(0, most));
        shown.add(others);
        return new Figures(shown, receptions, idle, setAside, tasks, timers);
    }
}
