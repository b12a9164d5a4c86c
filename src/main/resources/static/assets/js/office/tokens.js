// The dialog that makes a token for a program, and shows its secret once: when it is closed, the secret is gone.

import {fromLocalInput} from '../shared/times.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';
import {copyText} from './copying.js';
import {refreshLive} from './live.js';

const dialog = document.getElementById('token-dialog');
const form = document.getElementById('token-form');
const made = document.getElementById('made-token');
const secret = document.getElementById('token-secret');
const everyList = document.getElementById('token-all-lists');

document.addEventListener('click', ({target}) => {
    if (target.closest('#new-token')) {
        form.reset();
        showLists();
        dialog.showModal();
    }
});
everyList.addEventListener('change', showLists);
form.addEventListener('htmx:configRequest', ({detail}) => {
    detail.parameters.expiresAt = fromLocalInput(form.elements.expiresAt.value) ?? '';
    if (everyList.checked) {
        delete detail.parameters.lists;
    }
});
form.addEventListener('api:done', (event) => {
    event.preventDefault();
    secret.value = event.detail.answer.token;
    form.hidden = true;
    made.hidden = false;
    made.focus();
    refreshLive();
});
document.getElementById('copy-token').addEventListener('click', async () => {
    await copyText(secret);
    toast({id: 'copied', title: text('people.token.copied'), kind: 'success'});
});
for (const button of dialog.querySelectorAll('[data-close]')) {
    button.addEventListener('click', () => dialog.close());
}
dialog.addEventListener('close', () => {
    secret.value = '';
    made.hidden = true;
    form.hidden = false;
    document.getElementById('new-token')?.focus();
});

function showLists() {
    document.getElementById('token-some-lists').hidden = everyList.checked;
}
