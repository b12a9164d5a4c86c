// The form of a list: "no limit" ticks, the id proposed from the name, and refusals in the language of the page.

import {showRefusal} from '../shared/refusals.js';
import {text, textOr} from '../shared/texts.js';

/** Wires the form. */
export function wireListForm(form) {
    form.addEventListener('change', (event) => {
        const setting = event.target.dataset?.noLimit;
        if (setting) {
            limit(form, setting, !event.target.checked);
        }
    });
    form.addEventListener('api:refused', (event) => refused(form, event));
    const id = form.elements.namedItem('id');
    if (id) {
        proposeIds(form.elements.namedItem('name'), id);
    }
}

/** Puts a value into the field of a setting; an empty one is "no limit" where there may be none. */
export function setSetting(form, setting, value, unit) {
    const field = document.getElementById(setting) ?? form.elements.namedItem(setting);
    const none = form.querySelector(`[data-no-limit="${setting}"]`);
    if (none) {
        none.checked = value === '';
        limit(form, setting, value !== '');
    }
    if (unit && value !== '') {
        field.step = value.includes('.') ? 'any' : '1';
        document.getElementById(`${setting}-unit`).value = unit;
    }
    if (field.type === 'checkbox') {
        field.checked = value === 'true';
    } else if (!none || value !== '') {
        field.value = value;
    }
    form.dispatchEvent(new Event('input', {bubbles: true}));
}

// What was there before comes back when the tick is taken away again.
function limit(form, setting, limited) {
    const amount = document.getElementById(setting);
    const unit = document.getElementById(`${setting}-unit`);
    if (limited) {
        amount.value ||= amount.dataset.before || amount.dataset.usual;
    } else {
        amount.dataset.before = amount.value;
        amount.value = '';
    }
    amount.disabled = !limited;
    if (unit) {
        unit.disabled = !limited;
    }
    form.dispatchEvent(new Event('input', {bubbles: true}));
}

function proposeIds(name, id) {
    let proposed = '';
    name.addEventListener('input', () => {
        if (id.value === proposed) {
            proposed = slug(name.value);
            id.value = proposed;
        }
    });
}

function slug(name) {
    return name
        .toLowerCase()
        .replaceAll('ß', 'ss')
        .replaceAll('æ', 'ae')
        .replaceAll('ø', 'o')
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+/, '')
        .slice(0, 63)
        .replace(/-+$/, '');
}

function refused(form, event) {
    const failure = event.detail;
    if (failure.status === 409) {
        failure.errors.set('id', text('lists.refused.taken'));
    } else if (failure.status === 404) {
        failure.message = text('lists.refused.gone');
    } else if (failure.status === 422) {
        for (const [field, words] of [...failure.errors]) {
            failure.errors.delete(field);
            failure.errors.set(field.replace(/\[\d+\]$/, ''), inOurWords(field, words)); // one of several in one field
        }
    } else {
        return;
    }
    event.preventDefault();
    showRefusal(form, failure);
}

function inOurWords(field, words) {
    return textOr(`lists.refused.${field.replace(/\[\d+\]$/, '')}`, words);
}
