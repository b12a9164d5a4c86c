// The page a link to choose a password leads to. The token is behind the # of the address, and is taken out of it at once:
// neither the history nor whoever looks over a shoulder needs it.

import {wireForms} from './apiform.js';
import {text} from './texts.js';

const form = document.getElementById('welcome');
const password = form.elements.namedItem('password');
const again = document.getElementById('again');

function takeToken() {
    const token = decodeURIComponent(location.hash.slice(1));
    if (token) {
        form.elements.namedItem('token').value = token;
        history.replaceState(null, '', location.pathname);
    }
    const missing = form.elements.namedItem('token').value === '';
    document.getElementById('no-link').hidden = !missing;
    form.querySelector('[type=submit]').disabled = missing;
}

function compare() {
    again.setCustomValidity(again.value === password.value ? '' : text('people.welcome.different'));
}

// The server says it in English; why it was refused is always the same.
form.addEventListener('api:refused', (event) => {
    if (event.detail.status === 403) {
        event.detail.message = text('people.welcome.gone');
    } else if (event.detail.errors.has('password')) {
        event.detail.errors.set('password', text('people.welcome.unusable'));
    }
});
password.addEventListener('input', compare);
again.addEventListener('input', compare);
addEventListener('hashchange', takeToken);
wireForms();
takeToken();
document.documentElement.dataset.ready = 'true';
