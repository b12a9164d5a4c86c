// The page on which auditors find callbacks. What is looked for is sent in the body of a POST. What of it is nobody's number is
// kept with the entry of the browser's history, so that going back from a callback finds the same ones again.

const PERSONAL = ['number', 'externalId', 'callbackId', '_csrf'];

const form = document.getElementById('audit-search');
const found = () => document.getElementById('found');
const before = history.state?.search;
const afresh = !found().firstElementChild;

form.elements.zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
// A file is taken by the browser itself.
form.addEventListener('htmx:confirm', (event) => {
    const by = event.detail.triggeringEvent?.submitter;
    if (by?.matches('[data-file]')) {
        event.preventDefault();
        sendForFile(by.getAttribute('formaction'));
    }
});
form.addEventListener('htmx:configRequest', ({detail}) => {
    const more = detail.triggeringEvent?.submitter; // stands outside of the form, where htmx does not see it
    if (more?.name) {
        detail.parameters[more.name] = more.value;
    }
    const wanted = new URLSearchParams(detail.formData);
    const personal = PERSONAL.some((name) => name !== '_csrf' && wanted.get(name));
    PERSONAL.forEach((name) => wanted.delete(name));
    history.replaceState(personal ? {} : {search: wanted.toString()}, '', form.action);
});
form.addEventListener('htmx:beforeSend', () => found().setAttribute('aria-busy', 'true'));
form.addEventListener('htmx:afterOnLoad', () => found().focus());
for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    form.addEventListener(failure, () => form.submit()); // the browser shows what is wrong
}

if (before && afresh) {
    const wanted = new URLSearchParams(before);
    for (const [name, value] of wanted) {
        const field = form.elements.namedItem(name);
        if (field) {
            field.value = value;
        }
    }
    addEventListener('DOMContentLoaded', () => htmx.ajax('POST', form.action, {source: form, values: {after: wanted.get('after') ?? ''}}));
}

function sendForFile(address) {
    const here = form.action;
    form.action = address;
    form.submit();
    form.action = here;
}
