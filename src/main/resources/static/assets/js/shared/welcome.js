// The page a link to choose a password leads to. The token is behind the # of the address, and is taken out of it at once:
// neither the history nor whoever looks over a shoulder needs it.

import {at} from './address.js';
import {Refused, send} from './api.js';
import {clearRefusal, showProblem, showRefusal} from './refusals.js';
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

form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearRefusal(form);
    try {
        await send('POST', '/api/v1/welcome', Object.fromEntries(new FormData(form)));
        location.assign(at('/login?passwordChosen'));
    } catch (failure) {
        refused(failure);
    }
});

// The server says it in English; why it was refused is always the same.
function refused(failure) {
    if (failure.isSignedOut || !(failure instanceof Refused)) {
        showProblem(form, text(failure.isSignedOut ? 'office.signedOut' : 'office.unreachable'));
    } else if (failure.errors.has('password')) {
        showRefusal(form, new Refused(422, {errors: [{field: 'password', message: text('people.welcome.unusable')}]}));
    } else {
        showProblem(form, failure.status === 403 ? text('people.welcome.gone') : failure.message);
    }
}

password.addEventListener('input', compare);
again.addEventListener('input', compare);
addEventListener('hashchange', takeToken);
takeToken();
document.documentElement.dataset.ready = 'true';
