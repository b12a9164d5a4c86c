// Two people have changed the same list. Whoever saves second sees both versions and decides; what was entered stays in
// the form meanwhile.

import {setSetting} from './listform.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';

/** Wires the form and the part of the page that shows the conflict. */
export function wireConflicts(form) {
    const home = document.getElementById('conflict');
    form.addEventListener('api:refused', (event) => {
        if (event.detail.status === 412) {
            event.preventDefault();
            htmx.trigger(home, 'conflict');
        }
    });
    home?.addEventListener('htmx:responseError', () => toast({id: 'conflict', title: text('office.unreachable'), kind: 'error'}));
    home?.addEventListener('click', ({target}) => {
        const take = target.closest('[data-take]');
        if (take) {
            setSetting(form, take.dataset.take, take.dataset.value, take.dataset.unit);
            take.closest('tr').querySelectorAll('td')[1].classList.add('taken');
            take.disabled = true;
        } else if (target.closest('[data-keep-mine]')) {
            form.dataset.ifMatch = home.querySelector('.conflict').dataset.version;
            form.requestSubmit();
        } else if (target.closest('[data-take-all]')) {
            location.reload();
        }
    });
}
