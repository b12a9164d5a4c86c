// Checks a draft and those that go along with it, as they are ticked, and deploys them with a reason. The server draws what it
// has found; what is deployed goes to the API.

import {at} from '../shared/address.js';
import {Refused, send} from '../shared/api.js';
import {enhance} from '../shared/times.js';
import {inWords} from '../shared/refusals.js';
import {text} from '../shared/texts.js';

const PATIENCE = 120_000; // whole cases are played
const AGAIN = 3_000;

const form = document.getElementById('deploy');
const findings = document.getElementById('findings');
const button = document.getElementById('deploy-now');
const draft = form.dataset.draft;

let asked = 0;

form.addEventListener('change', ({target}) => target.name === 'others' && check());
form.addEventListener('submit', deploy);
check();

function others() {
    return [...form.querySelectorAll('[name=others]:checked')].map(({value}) => value);
}

async function check() {
    const number = ++asked;
    button.disabled = true;
    findings.setAttribute('aria-busy', 'true');
    const along = others().join(',');
    try {
        const path = `/design/drafts/${draft}/deploy/_findings${along && `?others=${along}`}`;
        const drawn = await send('GET', path, undefined, {html: true, timeout: PATIENCE});
        if (number === asked) {
            show(drawn);
        }
    } catch (failure) {
        if (number === asked) {
            failure instanceof Refused ? say(failure) : setTimeout(again, AGAIN, number); // others are played just now
        }
    }
}

function again(number) {
    number === asked && check();
}

function show(drawn) {
    findings.innerHTML = drawn;
    findings.setAttribute('aria-busy', 'false');
    enhance();
    button.disabled = findings.querySelector('[data-deployable]')?.dataset.deployable !== 'true';
}

async function deploy(event) {
    event.preventDefault();
    button.disabled = true;
    say(null);
    try {
        const body = {drafts: [draft, ...others()], reason: form.elements.namedItem('reason').value};
        done(await send('POST', '/api/v1/processes', body, {timeout: PATIENCE}));
    } catch (failure) {
        say(failure);
        check();
    }
}

function done({deployed = []}) {
    const result = document.getElementById('done');
    result.querySelector('[data-versions]').replaceChildren(...deployed.map(({key, version, unchanged}) => {
        const link = document.createElement('a');
        link.href = at(`/design/${encodeURIComponent(key)}/versions/${version}`);
        link.textContent = text(unchanged ? 'deploying.unchanged' : 'deploying.version', key, version);
        const item = document.createElement('li');
        item.append(link);
        return item;
    }));
    form.hidden = true;
    result.hidden = false;
    result.focus();
}

function say(failure) {
    const refused = document.getElementById('refused');
    refused.hidden = failure === null;
    refused.textContent = failure ? inWords(failure, failure.reason || text('deploying.notReached')) : '';
}
