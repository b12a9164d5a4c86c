// The pages of callback lists: joins their parts.

import {wireConflicts} from './listconflict.js';
import {wireListForm} from './listform.js';
import {wirePreview} from './listpreview.js';
import {wireUsers} from './listusers.js';
import {refreshLive} from './live.js';
import {text} from '../shared/texts.js';

const form = document.getElementById('list-form');
if (form) {
    wireListForm(form);
    wirePreview(form);
    wireConflicts(form);
}
wireUsers();
wireFilters();
wireArchive();
forgetWhatWasDone();
document.documentElement.dataset.lists = 'ready';

// Finds rows by what they say.
function wireFilters() {
    for (const field of document.querySelectorAll('[data-filters]')) {
        const filter = () => {
            const wanted = field.value.trim().toLocaleLowerCase();
            for (const row of document.querySelectorAll(`#${field.dataset.filters} tbody tr`)) {
                row.hidden = !row.querySelector('th')?.textContent.toLocaleLowerCase().includes(wanted);
            }
        };
        field.addEventListener('input', filter);
        document.addEventListener('htmx:afterSwap', filter);
    }
}

function wireArchive() {
    document.addEventListener('api:refused', (event) => {
        if (event.target.id === 'archive-list' && event.detail.status === 409) {
            event.detail.words = text('lists.archive.refused');
            refreshLive();
        }
    });
}

// Told once, not again when the page is loaded anew.
function forgetWhatWasDone() {
    if (document.getElementById('done')) {
        history.replaceState(null, '', location.pathname);
    }
}
