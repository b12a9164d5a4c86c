// Messages at the fields of the outcome, and one for the whole.

const CONTROLS = {
    callStatus: () => document.querySelector('#outcome .statuses'),
};
const FIRST = {
    callStatus: () => document.getElementById('status-ANSWERED'),
    formData: () => inForm('[aria-invalid="true"]') ?? inForm('input, select, textarea, [tabindex]'),
};

/** Shows the messages by field, instead of those before, and leads to the first; what belongs to no field is shown below. */
export function showErrors(messages) {
    ['callStatus', 'retryAt', 'note', 'formData'].forEach(clearError);
    const whole = document.getElementById('save-error');
    whole.hidden = true;
    messages.forEach((message, name) => {
        if (!showError(name, message)) {
            whole.textContent = message;
            whole.hidden = false;
        }
    });
    const [first = ''] = messages.keys();
    (FIRST[first]?.() ?? document.getElementById(first))?.focus();
}

/** False when there is no such field. */
export function showError(name, message) {
    const place = document.getElementById(`${name}-error`);
    if (place) {
        place.textContent = message;
        place.hidden = false;
        controlOf(name)?.setAttribute('aria-invalid', 'true');
    }
    return place !== null;
}

export function clearError(name) {
    const place = document.getElementById(`${name}-error`);
    if (place) {
        place.hidden = true;
        controlOf(name)?.removeAttribute('aria-invalid');
    }
}

function controlOf(name) {
    return CONTROLS[name]?.() ?? document.getElementById(name);
}

function inForm(selector) {
    return document.getElementById('form')?.querySelector(selector);
}
