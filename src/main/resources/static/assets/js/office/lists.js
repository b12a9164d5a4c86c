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
wireArchive();
forgetWhatWasDone();
document.documentElement.dataset.lists = 'ready';

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
