// The fields of what an element does: plain ones, with a label each.

import {text} from '../shared/texts.js';

/** A choice of one among options of {value, label}; a value that is none of them is shown as it is, and can be kept. */
export function choice(id, words, value, options, change, none = text('drafts.nothing')) {
    const {field, label} = labelled(id, words);
    const select = field.appendChild(document.createElement('select'));
    select.id = id;
    label.htmlFor = id;
    const unknown = value && !options.some((option) => option.value === value) ? [{value, label: value}] : [];
    [{value: '', label: none}, ...unknown, ...options].forEach((option) => {
        const element = select.appendChild(document.createElement('option'));
        element.value = option.value;
        element.textContent = option.label;
    });
    select.value = value;
    select.addEventListener('change', () => change(select.value));
    return field;
}

/** A text with suggestions of {value, label}. */
export function suggesting(id, words, value, suggestions, change, longest = 500) {
    const {field, label} = labelled(id, words);
    const input = field.appendChild(document.createElement('input'));
    input.id = id;
    label.htmlFor = id;
    input.value = value;
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.maxLength = longest;
    if (suggestions.length > 0) {
        const list = field.appendChild(document.createElement('datalist'));
        list.id = `${id}-suggestions`;
        input.setAttribute('list', list.id);
        suggestions.forEach((suggestion) => {
            const option = list.appendChild(document.createElement('option'));
            option.value = suggestion.value;
            option.label = suggestion.label;
        });
    }
    input.addEventListener('change', () => change(input.value.trim()));
    return field;
}

/** A line of explanation. */
export function hint(words) {
    const line = document.createElement('p');
    line.className = 'hint';
    line.textContent = words;
    return line;
}

function labelled(id, words) {
    const field = document.createElement('div');
    field.className = 'field';
    const label = field.appendChild(document.createElement('label'));
    label.textContent = words;
    return {field, label};
}
