// The page of callbacks. A number, a name or whatever else is looked for is sent by htmx in the body of a POST and is in no address; what was
// looked for is kept with the entry of the browser's history, so that going back from a callback finds the same ones again.

import {enhance} from '../shared/times.js';

const form = document.getElementById('case-search');
const before = history.state?.search;
let lead = true;

form.elements.zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
form.addEventListener('htmx:confirm', (event) => {
    if (form.elements.number.value.trim() === '' && form.elements.text.value.trim() === '') {
        event.preventDefault();
        form.submit(); // which leads to an address that can be kept
    }
});
form.addEventListener('htmx:configRequest', ({detail}) => {
    const more = detail.triggeringEvent?.submitter; // stands outside of the form, where htmx does not see it
    if (more?.name) {
        detail.parameters[more.name] = more.value;
    }
    const wanted = new URLSearchParams(detail.formData);
    wanted.delete('_csrf');
    history.replaceState({search: wanted.toString()}, '', form.action);
});
// Something was done with some of them: they are shown as they are now, and the focus stays where it is told.
document.addEventListener('cases:changed', async ({detail}) => {
    const wanted = history.state?.search;
    const source = {target: '#found', select: '#found', swap: 'outerHTML'};
    lead = false;
    await (wanted
        ? htmx.ajax('POST', form.action, {...source, source: form, values: {after: new URLSearchParams(wanted).get('after') ?? ''}})
        : htmx.ajax('GET', location.pathname + location.search, source));
    lead = true;
    enhance();
    for (const box of document.querySelectorAll('[data-chosen]')) {
        box.checked = detail.kept.includes(box.value);
    }
    document.dispatchEvent(new Event('change'));
});
form.addEventListener('htmx:beforeSend', () => document.getElementById('found').setAttribute('aria-busy', 'true'));
for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    form.addEventListener(failure, () => form.submit()); // the browser shows what is wrong
}

if (before) {
    const wanted = new URLSearchParams(before);
    for (const [name, value] of wanted) {
        const field = form.elements.namedItem(name);
        if (field) {
            field.value = value;
        }
    }
    addEventListener('DOMContentLoaded', () => htmx.ajax('POST', form.action, {source: form, values: {after: wanted.get('after') ?? ''}}));
} else {
    form.addEventListener('htmx:afterOnLoad', () => lead && document.getElementById('found').focus());
}
