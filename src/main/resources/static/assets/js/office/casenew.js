// The form of a new callback: local times are sent as instants, details for the agent as one JSON object, and what the
// server finds wrong is told in the language of the page.

import {showRefusal} from '../shared/refusals.js';
import {textOr} from '../shared/texts.js';
import {fromLocalInput} from '../shared/times.js';

const form = document.getElementById('new-case');
const attributes = document.getElementById('attributes');
const words = new Map([...document.getElementById('refusals').content.children].map((each) => [each.dataset.code, each.textContent]));

add();
document.getElementById('add-attribute').addEventListener('click', () => add().querySelector('input').focus());
form.addEventListener('htmx:configRequest', ({detail}) => {
    for (const field of form.querySelectorAll('input[type=datetime-local]')) {
        detail.parameters[field.name] = fromLocalInput(field.value) ?? '';
    }
    detail.parameters.attributes = entered();
});
form.addEventListener('api:refused', (event) => {
    const failure = event.detail;
    if (failure.status === 422 && failure.faults) {
        event.preventDefault();
        failure.faults.forEach(({field, message, code}) => failure.errors.set(field, inOurWords(code) ?? message));
        showRefusal(form, failure);
    }
});

function inOurWords(code) {
    return textOr(`steering.refused.${code}`, words.get(code));
}

function add() {
    attributes.append(document.getElementById('attribute').content.cloneNode(true));
    return attributes.lastElementChild;
}

function entered() {
    const pairs = [...attributes.children]
        .map((row) => [row.querySelector('[data-name]').value.trim(), row.querySelector('[data-value]').value])
        .filter(([name, value]) => name !== '' || value.trim() !== '');
    return pairs.length > 0 ? JSON.stringify(Object.fromEntries(pairs)) : '';
}
