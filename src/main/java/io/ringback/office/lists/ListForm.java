package io.ringback.office.lists;

import io.ringback.list.CallbackList;
import io.ringback.list.ListSetting;
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
        List<String> forms,
        List<String> processes) {

    /**
     * @param setting one that is several durations
     * @return them in minutes, as the field shows and takes them
     */
    public String minutes(String setting) {
        return AmountOfTime.minutes(
                ListSetting.of(setting).map(known -> known.durations(list)).orElse(List.of()));
    }

    /** @param setting one that is a duration */
    public AmountOfTime time(String setting) {
        return AmountOfTime.of(
                ListSetting.of(setting).map(known -> known.duration(list)).orElse(null));
    }
}
