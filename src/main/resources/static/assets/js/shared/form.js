// Shows a form of forms/ with the form-js viewer. The viewer is bigger than the rest of the desk together, so it is
// loaded with the first form, as published (docs/vendored.md); its mark has to stay visible.

import {at} from './address.js';
import {describe} from './formaccess.js';
import {FormDemands} from './formdemands.js';
import {load, vendor} from './loading.js';
import {translateErrors} from './formtexts.js';
import {text} from './texts.js';

const PARTS = [vendor('form-js/form-js.css'), new URL('../../css/form.css', import.meta.url), vendor('form-js/form-viewer.umd.js')];
const PATIENCE = 15_000;
const UNPAINTED = 200;
const AWAY = 2_000;

/** Loads the viewer ahead of the first form, for an idle moment. */
export async function loadViewer() {
    await Promise.all(PARTS.map((part) => load(part, PATIENCE)));
    return globalThis.FormViewer;
}

/**
 * Shows the form in the container, which has to be empty and left alone by morphs (hx-preserve or an idiomorph callback).
 * `onChange` is called with the answers after each change by the agent. Returns:
 * `data()`: the answers; `flush()`: takes what is being typed; `submission()`: those of fields that are shown and can be answered; `label(key)`; `demand(demanded)`: whether what is required must be answered; `validate()`: what is wrong by field key, and shows it from now on; `focusFirstError()`; `destroy()`.
 */
export async function showForm(container, schemaUrl, data = {}, onChange = () => {}) {
    const [{Form}, schema] = await Promise.all([loadViewer(), fetchSchema(schemaUrl, container), painted()]);
    const form = new Form({container});
    translateErrors(form);
    const demands = new FormDemands(form);
    const {warnings} = await form.importSchema(schema, data ?? {});
    warnings.forEach((warning) => console.warn(warning));
    demands.learn();
    container.querySelector('form')?.setAttribute('aria-label', text('form.label'));
    const undescribe = describe(container);
    container.addEventListener('keydown', leaveUnchosen, true);

    let known = JSON.stringify(form._getState().data);
    form.on('changed', ({data: answers}) => {
        // It also tells of what is no change of the answers, such as errors shown.
        const now = JSON.stringify(answers);
        if (now !== known) {
            known = now;
            onChange(structuredClone(answers));
        }
    });
    return {
        data: () => structuredClone(form._getState().data),
        submission: () => structuredClone(form._getSubmitData()),
        flush: () => flush(container),
        label: (key) => form.get('formFieldRegistry').getAll().find((field) => field.key === key)?.label ?? key,
        demand: (demanded) => demands.demand(demanded),
        validate: () => byKey(form, demands.validate()),
        focusFirstError: () => container.querySelector('[aria-invalid="true"]')?.focus(),
        destroy: () => {
            undescribe();
            container.removeEventListener('keydown', leaveUnchosen, true);
            form.destroy();
        },
    };
}

// What is around the form is seen before it: to build it takes longer than to draw all the rest. A window that nobody
// sees paints nothing.
function painted() {
    return new Promise((done) => {
        requestAnimationFrame(() => setTimeout(done));
        setTimeout(done, UNPAINTED);
    });
}

// An open list chooses its first option at any Enter, also one that is meant for something else.
function leaveUnchosen(event) {
    const meantForElsewhere = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing;
    if (event.key === 'Enter' && meantForElsewhere && !event.target.matches('textarea')) {
        event.preventDefault();
        event.stopPropagation();
    }
}

// The viewer takes what is typed a moment later, or when the field is left; a date only with the next drawing.
async function flush(container) {
    const field = document.activeElement;
    if (container.contains(field)) {
        field.blur();
        await painted();
    }
}

// The viewer names errors by the field's id; the server and the desk know keys.
function byKey(form, errors) {
    const fields = form.get('formFieldRegistry');
    return Object.fromEntries(Object.entries(errors).map(([id, found]) => [fields.get(id)?.key ?? id, found]));
}

// While the database is away the server answers 503: the form comes when it is back, if anybody still waits for it.
async function fetchSchema(url, container) {
    const response = await fetch(at(url), {headers: {Accept: 'application/json'}});
    if (response.status === 503 && container.isConnected) {
        await new Promise((done) => setTimeout(done, AWAY));
        return fetchSchema(url, container);
    }
    if (!response.ok) {
        throw new Error(`expected the form at ${url}, but the answer was ${response.status}`);
    }
    return response.json();
}
