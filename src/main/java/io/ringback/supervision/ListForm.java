package io.ringback.supervision;

import io.ringback.list.CallbackList;
import java.util.List;

/**
 * The form of a list with everything that can be chosen in it.
 *
 * @param isNew whether the list is yet to be made
 * @param forms the keys of the forms for classifying calls
 */
record ListForm(
        CallbackList list,
        boolean isNew,
        List<ListChoices.Choice> regions,
        List<ListChoices.Choice> zones,
        List<String> forms) {

    public AmountOfTime dueAfter() {
        return AmountOfTime.of(list.dueAfter());
    }

    public AmountOfTime expiresAfter() {
        return AmountOfTime.of(list.expiresAfter());
    }

    public AmountOfTime autoStopAfter() {
        return AmountOfTime.of(list.autoStopAfter());
    }

    public AmountOfTime closeAfterCall() {
        return AmountOfTime.of(list.closeAfterCall());
    }
}
