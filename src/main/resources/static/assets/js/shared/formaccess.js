// Tells readers what form-js only shows: its list to choose from is made of plain elements around an empty input, and
// its choices are not held together by a name. Done after each drawing; form-js leaves alone what it did not set.

import {text} from './texts.js';

let unnamed = 0;

/** Keeps the form in the container readable until the returned function is called. */
export function describe(container) {
    const tell = () => {
        // The mark stays to be seen and clicked; keys need not stop at it on the way to Save.
        container.querySelectorAll('.fjs-powered-by-link').forEach((mark) => set(mark, 'tabindex', '-1'));
        container.querySelectorAll('.fjs-form-field-select').forEach(describeSelect);
        container.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach(describeChoices);
    };
    const observer = new MutationObserver(tell);
    observer.observe(container, {subtree: true, childList: true, attributeFilter: ['class']});
    tell();
    return () => observer.disconnect();
}

function describeSelect(field) {
    const input = field.querySelector('.fjs-input-group input');
    const list = field.querySelector('.fjs-dropdownlist');
    if (!input) {
        return;
    }
    const display = field.querySelector('.fjs-select-display');
    const focused = list?.querySelector('.focused');
    if (list && !list.id) {
        list.scrollIntoView({block: 'nearest'}); // just opened, maybe behind the foot of the window
    }
    set(input, 'role', 'combobox');
    set(input, 'aria-haspopup', 'listbox');
    set(input, 'aria-expanded', String(Boolean(list)));
    set(input, 'aria-controls', list && named(list));
    set(input, 'aria-activedescendant', focused && named(focused));
    set(input, 'aria-required', field.querySelector('.fjs-asterix') ? 'true' : null);
    set(input, 'aria-invalid', String(field.classList.contains('fjs-has-errors')));
    if (display?.matches('.fjs-select-placeholder') && display.firstChild) {
        display.firstChild.data = text('form.choose'); // the text node itself is form-js's
    }
    if (display) {
        // The input itself stays empty: what is chosen is part of its name.
        const label = field.querySelector('.fjs-form-field-label');
        set(input, 'aria-labelledby', `${named(label)} ${named(display)}`);
    }
    list?.querySelectorAll('.fjs-dropdownlist-item').forEach((item) => {
        set(item, 'role', 'option');
        set(item, 'aria-selected', String(item.textContent === display?.textContent));
    });
    if (list) {
        set(list, 'role', 'listbox');
        set(list, 'aria-labelledby', named(field.querySelector('.fjs-form-field-label')));
    }
}

function describeChoices(field) {
    const label = field.querySelector(':scope > .fjs-form-field-label');
    set(field, 'role', field.matches('.fjs-form-field-radio') ? 'radiogroup' : 'group');
    set(field, 'aria-labelledby', label && named(label));
}

function named(element) {
    element.id ||= `form-part-${++unnamed}`;
    return element.id;
}

function set(element, name, value) {
    if (!value) {
        element.removeAttribute(name);
    } else if (element.getAttribute(name) !== value) {
        element.setAttribute(name, value);
    }
}
