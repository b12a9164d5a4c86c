// The page of callbacks. A number that is looked for is sent in the body of a POST and is in no address; what was looked
// for is kept with the entry of the browser's history, so that going back from a callback finds the same ones again.

import {enhance} from './times.js';

const form = document.getElementById('case-search');
const found = document.getElementById('found');

form.elements.zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
form.addEventListener('submit', (event) => {
    if (form.elements.number.value.trim() !== '') {
        event.preventDefault();
        const wanted = new URLSearchParams(new FormData(form, event.submitter));
        keep(wanted);
        show(wanted, true);
    }
});

const before = history.state?.search;
if (before) {
    const wanted = new URLSearchParams(before);
    for (const [name, value] of wanted) {
        if (form.elements.namedItem(name)) {
            form.elements.namedItem(name).value = value;
        }
    }
    wanted.set('_csrf', form.elements._csrf.value);
    show(wanted, false);
}

function keep(wanted) {
    const search = new URLSearchParams(wanted);
    search.delete('_csrf');
    history.replaceState({search: search.toString()}, '', form.action);
}

async function show(wanted, focus) {
    found.setAttribute('aria-busy', 'true');
    try {
        const answer = await fetch(form.action, {
            method: 'POST',
            body: wanted,
            headers: {Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest'},
            signal: AbortSignal.timeout(15_000),
        });
        if (!answer.ok) {
            throw new Error(`HTTP ${answer.status}`);
        }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        found.replaceChildren(...page.getElementById('found').childNodes);
        enhance(found);
        if (focus) {
            found.focus();
        }
    } catch {
        form.submit(); // the browser shows what is wrong
    } finally {
        found.removeAttribute('aria-busy');
    }
}
