// Another time for a callback, in a dialog on its page: judged as it is chosen, and sent to the API by htmx.

import {PromisedTime} from '../shared/promised.js';
import {fromLocalInput, toLocalInput} from '../shared/times.js';

const dialog = document.getElementById('reschedule-dialog');
const form = document.getElementById('reschedule-form');

if (form) {
    const field = form.elements.eligibleAt;
    const promised = new PromisedTime(
        (at) => `${form.dataset.judge}?at=${encodeURIComponent(at)}`,
        (at) => {
            field.value = toLocalInput(at);
            promised.judge(at);
            field.focus();
        },
    );
    const chosen = () => fromLocalInput(field.value);
    field.addEventListener('input', () => promised.judge(chosen()));
    form.addEventListener('htmx:configRequest', ({detail}) => {
        detail.parameters.eligibleAt = chosen() ?? '';
    });
    form.addEventListener('api:refused', ({detail}) => {
        if (detail.nearest?.length || detail.mayInsist) {
            promised.refused({...detail, verdict: detail.faults[0].code});
        }
    });
    form.addEventListener('api:done', () => dialog.close());
    document.addEventListener('click', ({target}) => {
        if (target.closest('#reschedule')) {
            form.reset();
            promised.judge(null);
            dialog.showModal();
        }
    });
    form.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => document.getElementById('reschedule')?.focus());
}
