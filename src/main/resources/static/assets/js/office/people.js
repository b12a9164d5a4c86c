// The page of one account: shows the link to choose a password once, and lays open what somebody else has changed
// meanwhile.

import {send} from '../shared/api.js';
import {copyText} from './copying.js';
import {refreshLive} from './live.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';

const form = document.getElementById('account');
const theirs = document.getElementById('theirs');

form.addEventListener('api:done', ({detail}) => {
    form.dataset.ifMatch = detail.answer.version;
    document.querySelector('h1 span').textContent = detail.answer.name;
    theirs.hidden = true;
    toast({id: 'saved', title: text('people.saved'), kind: 'success'});
    refreshLive();
});

form.addEventListener('api:refused', (event) => {
    if (event.detail.status === 412) {
        event.preventDefault();
        showTheirs();
    } else if (event.detail.status === 409) {
        event.detail.message = text('people.lastAdministrator');
    }
});

/** What they have saved stands beside what was entered here, which the next Save puts in its place. */
async function showTheirs() {
    const now = await send('GET', `/api/v1/accounts/${form.dataset.account}`);
    const mine = entered();
    const list = theirs.querySelector('ul');
    list.replaceChildren();
    for (const field of ['name', 'roles', 'groups', 'enabled', 'language', 'oidc']) {
        if (String(mine[field]) !== String(now[field])) {
            const line = list.appendChild(document.createElement('li'));
            line.textContent = `${text(`people.field.${field}`)}: ${shown(field, now[field])}`;
        }
    }
    form.dataset.ifMatch = now.version;
    theirs.hidden = false;
    theirs.focus();
}

function entered() {
    const data = new FormData(form);
    return {
        name: data.get('name'),
        roles: data.getAll('roles'),
        groups: data.get('groups').split('\n').map((line) => line.trim()).filter(Boolean).sort(),
        enabled: data.has('enabled'),
        language: data.get('language') || null,
        oidc: data.has('oidc'),
    };
}

function shown(field, value) {
    switch (field) {
        case 'roles':
            return value.map((role) => document.getElementById(`about-${role}`).parentElement.querySelector('span').textContent).join(', ') || '–';
        case 'groups':
            return value.join(', ') || '–';
        case 'language':
            return form.querySelector(`#language option[value="${value ?? ''}"]`).textContent;
        case 'name':
            return value;
        default:
            return text(value ? 'people.yes' : 'people.no');
    }
}

document.getElementById('make-link').addEventListener('api:done', (event) => {
    event.preventDefault();
    const made = new URL(event.detail.answer.url);
    // The server need not know how it is called from outside.
    document.getElementById('link-url').value = location.origin + made.pathname + made.hash;
    const place = document.getElementById('made-link');
    place.hidden = false;
    place.focus();
    refreshLive();
});

document.getElementById('copy-link').addEventListener('click', async () => {
    await copyText(document.getElementById('link-url'));
    toast({id: 'copied', title: text('people.link.copied'), kind: 'success'});
});
