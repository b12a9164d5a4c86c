package io.ringback.office.lists;

import io.ringback.form.Forms;
import io.ringback.list.CallbackList;
import io.ringback.list.CaseProcesses;
import io.ringback.list.Lists;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Fills in the form of a list. */
@Component
class ListForms {

    private final Lists lists;
    private final Forms forms;
    private final CaseProcesses processes;
    private final ListChoices choices;

    ListForms(Lists lists, Forms forms, CaseProcesses processes, ListChoices choices) {
        this.lists = lists;
        this.forms = forms;
        this.processes = processes;
        this.choices = choices;
    }

    ListForm of(CallbackList list, Locale locale) {
        return form(list, false, locale);
    }

    /** With what suits most centres; region and zone are those of most lists there are. */
    ListForm forNew(Locale locale) {
        var all = lists.all();
        var proposed = CallbackList.usual(
                "",
                "",
                ListChoices.usual(all, CallbackList::region, "FI"),
                ListChoices.usual(all, CallbackList::zone, ZoneId.of("Europe/Helsinki")));
        return form(proposed, true, locale);
    }

    private ListForm form(CallbackList list, boolean isNew, Locale locale) {
        var keys = new TreeSet<>(forms.keys());
        if (list.formKey() != null) {
            keys.add(list.formKey());
        }
        var names = new TreeSet<>(processes.ids());
        names.add(CaseProcesses.USUAL);
        names.add(list.policy().process());
        return new ListForm(
                list,
                isNew,
                choices.regions(locale),
                choices.zones(locale),
                keys.stream().toList(),
                names.stream().toList());
    }
}
