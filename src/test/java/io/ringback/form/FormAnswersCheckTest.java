package io.ringback.form;

import static io.ringback.form.WrittenForms.check;
import static io.ringback.form.WrittenForms.component;
import static io.ringback.form.WrittenForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.platform.problem.FieldError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where the answers to a whole form lie, and which of them it asks for. */
class FormAnswersCheckTest {

    @Test
    void whatMayBeHiddenWithItsGroupIsNeverRequired() {
        var required = component("textfield", "'validate':{'required':true}");
        var group = "{'type':'group','conditional':{'hide':'=b'},'components':[{'type':'group','components':[%s]}]}";

        assertThat(check(form(group.formatted(required)), "{}", true)).isEmpty();
        assertThat(check(form(group.formatted(required)), "{'a':1}", false)).hasSize(1);
        assertThat(check(form(group.formatted(required).replace("'hide'", "'other'")), "{}", true))
                .hasSize(1);
    }

    @Test
    void answersLieWhereFormJsPutsThem() {
        var form = form(
                "{'type':'textfield','key':'caller.name'}",
                "{'type':'group','path':'caller','components':[{'type':'number','key':'age'}]}",
                "{'type':'group','components':[{'type':'checkbox','key':'open'}]}",
                "{'type':'group','path':'a.b','components':[{'type':'number','key':'c.d'}]}");

        assertThat(check(form, "{'caller':{'name':'x','age':5},'open':true,'a':{'b':{'c':{'d':1}}}}", true))
                .isEmpty();
        assertThat(check(form, "{'caller':{'name':5,'age':'x','size':1},'a':{'b':{'c':{'d':'x'}}}}", true))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "formData.caller.name", "formData.caller.age", "formData.caller.size", "formData.a.b.c.d");
        assertThat(check(form, "{'caller':'x','a':{'b':[]}}", true))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("formData.caller", "formData.a.b");
    }

    @Test
    void eachEntryOfADynamicListIsChecked() {
        var form = form("""
                {'type':'dynamiclist','path':'items','components':[
                  {'type':'textfield','key':'name','validate':{'required':true}},
                  {'type':'dynamiclist','path':'parts','components':[{'type':'number','key':'count'}]}]}""");

        assertThat(check(form, "{'items':[{'name':'x','parts':[{'count':1},{}]}]}", true))
                .isEmpty();
        assertThat(check(form, "{}", true)).isEmpty();
        assertThat(check(form, "{'items':[]}", true)).isEmpty();
        assertThat(check(form, "{'items':[{'name':'x'},{'parts':[{'count':'x','y':1}]},null,5]}", true))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "formData.items[1].name",
                        "formData.items[1].parts[0].count",
                        "formData.items[1].parts[0].y",
                        "formData.items[2].name",
                        "formData.items[3]");
        assertThat(check(form, "{'items':{'name':'x'}}", false))
                .containsExactly(new FieldError("formData.items", "must be a list"));
    }

    @Test
    void whatTheFormDoesNotAskForIsRefusedUnlessItIsUnset() {
        var form = form(component("textfield", ""), "{'type':'text','id':'t'}", "{'type':'button','key':'b'}");

        assertThat(check(form, "{'a':'x','gone':null,'old':'','tick':false,'tags':[],'group':{'c':null}}", true))
                .isEmpty();
        assertThat(check(form, "{'new':'x','b':1}", false))
                .containsExactlyInAnyOrder(
                        new FieldError("formData.new", "is not asked for by the form"),
                        new FieldError("formData.b", "is not asked for by the form"));
        assertThat(check(form, "{'+358 40 123':'x'}", false))
                .as("names of any kind are not repeated")
                .containsExactly(new FieldError("formData", "holds an answer the form does not ask for"));
    }

    @Test
    void fieldsThatGetInEachOthersWayDoNotBreakTheCheck() {
        var form = form(
                "{'type':'textfield','key':'a'}",
                "{'type':'textfield','key':'a.b'}",
                "{'type':'group','path':'a','components':[{'type':'number','key':'c'}]}",
                "{'type':'dynamiclist','components':[{'type':'number','key':'d'}]}",
                "{'type':'textfield'}",
                "{}");

        assertThat(check(form, "{'a':'x'}", true)).isEmpty();
        assertThat(check("{}", "{}", true)).isEmpty();
    }

    @Test
    void theShippedFormIsUnderstood() throws Exception {
        var form = Files.readString(Path.of("forms/callClassification.form"));

        assertThat(check(form, "{'reason':'ORDER','result':'SETTLED','followUp':true,'topic':'x'}", true))
                .isEmpty();
        assertThat(check(
                        form,
                        "{'reason':'X','result':1,'followUp':'yes','topic':'%s'}".formatted("x".repeat(121)),
                        true))
                .hasSize(4);
        assertThat(check(form, "{}", true)).containsExactly(new FieldError("formData.reason", "is required"));
    }
}
