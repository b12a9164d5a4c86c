// Shows what a refusal of a form says, each part at its field and the rest above the buttons. What was entered stays.

import {Refused} from './api.js';
import {text} from './texts.js';

/** What went wrong, in words; `otherwise` where the server was not reached. */
export function inWords(failure, otherwise = text('office.unreachable')) {
    if (failure.isSignedOut) {
        return text('office.signedOut');
    }
    return failure instanceof Refused
        ? failure.words || [failure.message, ...failure.errors.values()].filter(Boolean).join(' ')
        : otherwise;
}

/** Shows it, and leads to the first field. */
export function showRefusal(form, refusal) {
    clearRefusal(form);
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
        showProblem(form, elsewhere.join('\n') || refusal.message);
    }
    first?.focus();
}

/** Shows what belongs to no field, and leads there. */
export function showProblem(form, words) {
    const problem = form.querySelector('.form-problem') ?? form.insertBefore(document.createElement('p'), form.querySelector('.form-actions'));
    problem.className = 'form-problem notice danger';
    problem.setAttribute('role', 'alert');
    problem.tabIndex = -1;
    problem.textContent = words;
    problem.focus();
}

/** Takes away what was shown before. */
export function clearRefusal(form) {
    form.querySelectorAll('.form-problem, .error[data-refusal]').forEach((element) => element.remove());
    form.querySelectorAll('[data-described-by]').forEach((field) => {
        field.removeAttribute('aria-invalid');
        field.setAttribute('aria-describedby', field.dataset.describedBy);
        delete field.dataset.describedBy;
    });
}

// An amount and its unit, radio buttons and ticks share a name; the first of them stands for all.
function fieldOf(form, name) {
    const field = form.elements.namedItem(name);
    return field instanceof RadioNodeList ? field[0] : field;
}

function mark(field, message) {
    const error = document.createElement('p');
    error.className = 'error';
    error.dataset.refusal = '';
    error.id = `error-${field.name}`;
    error.tabIndex = -1; // for fields that cannot have the focus themselves
    // The API says what is wrong with a field as the rest of a sentence; here it stands alone.
    error.textContent = message.charAt(0).toUpperCase() + message.slice(1);
    (field.closest('.field, fieldset') ?? field.parentElement).append(error);
    field.dataset.describedBy ??= field.getAttribute('aria-describedby') ?? '';
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', `${field.dataset.describedBy} ${error.id}`.trim());
    return error;
}
