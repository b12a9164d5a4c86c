// What supervisors do with callbacks: with the one of the page ([data-case]) or with those ticked in the table. Each is
// sent by itself, so that one that cannot be done stops none of the others; what was not done is told with the reason.

import {at} from '../shared/address.js';
import {Refused, send} from '../shared/api.js';
import {clearRefusal, showProblem, showRefusal} from '../shared/refusals.js';
import {text, textOr} from '../shared/texts.js';
import {fromLocalInput} from '../shared/times.js';
import {toast} from '../shared/toasts.js';
import {refreshLive} from './live.js';

const bar = document.getElementById('act-bar');
const chosenNow = () => [...document.querySelectorAll('[data-chosen]:checked')];

let opener = null;

document.addEventListener('click', ({target}) => {
    const button = target.closest('[data-act]');
    if (button) {
        open(document.getElementById(`act-${button.dataset.act}`), button);
    }
});
for (const dialog of document.querySelectorAll('dialog[data-dialog]')) {
    dialog.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault();
        act(dialog);
    });
    dialog.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => (document.getElementById(opener?.id) ?? opener)?.focus());
}
if (bar) {
    document.addEventListener('change', ({target}) => {
        if (target.id === 'choose-all') {
            document.querySelectorAll('[data-chosen]').forEach((box) => (box.checked = target.checked));
        }
        count();
    });
    document.addEventListener('htmx:afterSettle', count);
    addEventListener('pageshow', count); // browsers may keep the ticks of a page
    document.getElementById('act-none').addEventListener('click', () => {
        chosenNow().forEach((box) => (box.checked = false));
        count();
        document.getElementById('choose-all')?.focus();
    });
}

function count() {
    const {length} = chosenNow();
    const all = document.getElementById('choose-all');
    bar.hidden = length === 0;
    document.getElementById('act-count').textContent = text('steering.chosen', length);
    if (all) {
        all.checked = length > 0 && length === document.querySelectorAll('[data-chosen]').length;
        all.indeterminate = length > 0 && !all.checked;
    }
}

function cases() {
    const one = document.querySelector('[data-case]');
    return one
        ? [{id: one.dataset.case, number: one.dataset.caller}]
        : chosenNow().map((box) => ({id: box.value, number: box.dataset.caller, due: Number(box.dataset.due)}));
}

function open(dialog, button) {
    opener = button;
    const form = dialog.querySelector('form');
    form.reset();
    clearRefusal(form);
    const many = dialog.querySelector('[data-count]');
    many.hidden = !bar;
    many.textContent = bar ? text('steering.chosen', cases().length) : '';
    dialog.showModal();
}

async function act(dialog) {
    const form = dialog.querySelector('form');
    const button = form.querySelector('[type=submit]');
    if (button.disabled) {
        return;
    }
    button.disabled = true;
    clearRefusal(form);
    try {
        const outcomes = await each(dialog.dataset.dialog, body(form));
        if (bar) {
            dialog.close();
            tell(outcomes);
        } else {
            one(dialog, form, outcomes[0]);
        }
    } finally {
        button.disabled = false;
    }
}

function body(form) {
    const entered = Object.fromEntries(new FormData(form));
    for (const {name, type} of form.elements) {
        if (type === 'datetime-local') {
            entered[name] = fromLocalInput(entered[name]);
        }
    }
    return entered;
}

// What is put before all others last is the first of them: so the one that is due last begins, and they keep their order.
async function each(name, sent) {
    const wanted = name === 'expedite' ? cases().sort((one, other) => other.due - one.due) : cases();
    const outcomes = [];
    for (const {id, number} of wanted) {
        try {
            await send('POST', `/api/v1/callbacks/${id}/${name}`, sent);
            outcomes.push({id, number});
        } catch (failure) {
            outcomes.push({id, number, failure});
        }
    }
    return outcomes;
}

function one(dialog, form, {failure}) {
    if (!failure) {
        dialog.close();
        toast({id: 'done', title: text('steering.done'), kind: 'success'});
        refreshLive();
    } else if (failure instanceof Refused && failure.status === 422) {
        failure.faults.forEach((fault) => failure.errors.set(fault.field, wordsOfFault(fault)));
        showRefusal(form, failure);
    } else {
        showProblem(form, words(failure));
        refreshLive();
    }
}

function tell(outcomes) {
    const result = document.getElementById('act-result');
    const failed = outcomes.filter(({failure}) => failure);
    result.classList.toggle('warning', failed.length > 0);
    result.classList.toggle('ok', failed.length === 0);
    result.querySelector('p').textContent = failed.length > 0
        ? text('steering.doneAndNot', outcomes.length - failed.length, failed.length)
        : text('steering.doneAll', outcomes.length);
    result.querySelector('ul').replaceChildren(...failed.map(line));
    result.hidden = false;
    result.focus();
    document.dispatchEvent(new CustomEvent('cases:changed', {detail: {kept: failed.map(({id}) => id)}}));
}

function line({id, number, failure}) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = at(`/supervision/cases/${id}`);
    link.textContent = number;
    item.append(link, `: ${words(failure)}`);
    return item;
}

function words(failure) {
    if (failure.isSignedOut) {
        return text('office.signedOut');
    }
    if (!(failure instanceof Refused)) {
        return text('office.unreachable');
    }
    if (failure.status === 422 && failure.faults.length > 0) {
        return failure.faults.map(wordsOfFault).join(' ');
    }
    return textOr(`steering.refused.${failure.status}`, failure.message);
}

function wordsOfFault({field, message, code}) {
    return textOr(`steering.refused.${code}`, `${field} ${message}`);
}
