// Forms whose fields go to the API as JSON:
//
//   <form data-api="PUT /api/v1/lists/sales" data-if-match="3" data-next="/supervision/lists">
//
// Each named field becomes a member of the body; data-type says as what: text (an empty one is null), number, boolean,
// list (the ticked boxes of that name, or the lines of a text area), json. Two fields, data-duration="dueAfter" around
// them, become an ISO duration: a number, and a select whose values are patterns such as PT%M. What the server refuses is
// shown at its field, the rest above the buttons; nothing that was entered is lost. Before the form goes on to data-next
// (which may name members of the answer in braces) `api:done` is told with the answer, and `api:refused` with the
// refusal; a page that handles one of them itself prevents its default.

import {at} from './address.js';
import {Refused, send} from './api.js';
import {text} from './texts.js';

/** Wires all such forms, also those that come later. */
export function wireForms() {
    document.addEventListener('submit', (event) => {
        if (event.target.matches('form[data-api]')) {
            event.preventDefault();
            submit(event.target, event.submitter);
        }
    });
}

/** What the form says now, as it would be sent. */
export function bodyOf(form) {
    const body = {};
    for (const field of form.elements) {
        if (field.name && !field.disabled && !field.closest('[data-duration]')) {
            take(field, form, body);
        }
    }
    for (const pair of form.querySelectorAll('[data-duration]')) {
        body[pair.dataset.duration] = duration(pair);
    }
    return body;
}

/** Shows what a refusal says, each part at its field. */
export function showRefusal(form, refusal) {
    clear(form);
    const elsewhere = [];
    let first = null;
    for (const [name, message] of refusal.errors) {
        const field = fieldOf(form, name);
        if (field) {
            const error = mark(field, message);
            first ??= field.type === 'hidden' ? error : field;
        } else {
            elsewhere.push(`${name}: ${message}`);
        }
    }
    if (elsewhere.length > 0 || !first) {
        problem(form, elsewhere.join('\n') || refusal.message);
    }
    (first ?? form.querySelector('.form-problem')).focus();
}

async function submit(form, submitter) {
    if (form.dataset.busy) {
        return;
    }
    form.dataset.busy = 'true';
    clear(form);
    const [method, path] = form.dataset.api.split(' ', 2);
    try {
        const answer = await send(method, path, bodyOf(form), {ifMatch: form.dataset.ifMatch});
        if (tell(form, 'api:done', {answer, submitter}) && form.dataset.next !== undefined) {
            location.assign(at(form.dataset.next.replace(/\{(\w+)\}/g, (whole, name) => encodeURIComponent(answer?.[name] ?? whole))));
        }
    } catch (failure) {
        if (failure instanceof Refused && !failure.isSignedOut) {
            if (tell(form, 'api:refused', failure)) {
                showRefusal(form, failure);
            }
        } else {
            problem(form, text(failure.isSignedOut ? 'office.signedOut' : 'office.unreachable'));
            form.querySelector('.form-problem').focus();
        }
    } finally {
        delete form.dataset.busy;
    }
}

function take(field, form, body) {
    if (field.type === 'submit' || field.type === 'button' || (field.type === 'radio' && !field.checked)) {
        return;
    }
    switch (field.dataset.type) {
        case 'boolean':
            body[field.name] = field.type === 'checkbox' ? field.checked : field.value === 'true';
            break;
        case 'number':
            body[field.name] = field.value.trim() === '' ? null : Number(field.value);
            break;
        case 'list':
            body[field.name] ??= [];
            if (field.type === 'checkbox') {
                body[field.name].push(...(field.checked ? [field.value] : []));
            } else {
                body[field.name].push(...field.value.split('\n').map((line) => line.trim()).filter(Boolean));
            }
            break;
        case 'json':
            body[field.name] = field.value.trim() === '' ? null : JSON.parse(field.value);
            break;
        default:
            body[field.name] = field.value.trim() === '' ? null : field.value;
    }
}

function duration(pair) {
    const [amount, unit] = pair.querySelectorAll('input, select');
    return amount.value.trim() === '' ? null : unit.value.replace('%', amount.value.trim());
}

function fieldOf(form, name) {
    const field = form.elements.namedItem(name) ?? form.querySelector(`[data-duration="${CSS.escape(name)}"] input`);
    return field instanceof RadioNodeList ? field[0] : field;
}

function mark(field, message) {
    const home = field.closest('.field, fieldset') ?? field.parentElement;
    const error = document.createElement('p');
    error.className = 'error';
    error.id = `error-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
    // The API says what is wrong with a field as the rest of a sentence; here it stands alone.
    error.textContent = message.charAt(0).toUpperCase() + message.slice(1);
    home.append(error);
    field.setAttribute('aria-invalid', 'true');
    field.dataset.describedby ??= field.getAttribute('aria-describedby') ?? '';
    field.setAttribute('aria-describedby', `${field.dataset.describedby} ${error.id}`.trim());
    error.tabIndex = -1; // For fields that cannot have the focus themselves.
    return error;
}

function problem(form, words) {
    const home = form.querySelector('.form-problem') ?? form.insertBefore(document.createElement('p'), form.querySelector('.form-actions'));
    home.className = 'form-problem notice danger';
    home.setAttribute('role', 'alert');
    home.tabIndex = -1;
    home.textContent = words;
}

function clear(form) {
    form.querySelectorAll('.form-problem').forEach((element) => element.remove());
    form.querySelectorAll('[aria-invalid]').forEach((field) => {
        field.removeAttribute('aria-invalid');
        field.setAttribute('aria-describedby', field.dataset.describedby ?? '');
    });
    form.querySelectorAll('.error').forEach((element) => element.remove());
}

function tell(form, name, detail) {
    return form.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, cancelable: true}));
}
