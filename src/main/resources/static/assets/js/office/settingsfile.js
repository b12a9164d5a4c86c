// All settings as one file: what it would change is shown before it can be applied, and any edit wants that anew.

import {Refused, send} from '../shared/api.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';

const ADDRESS = '/api/v1/settings';
const BADGES = {CREATED: 'good', CHANGED: 'odd', ARCHIVED: 'bad'};

const form = document.getElementById('settings-file');
const yaml = document.getElementById('yaml');
const applying = document.getElementById('apply');
const plan = document.getElementById('plan');

document.getElementById('file').addEventListener('change', async (event) => {
    const [file] = event.target.files;
    if (file) {
        yaml.value = await file.text();
        forget();
        yaml.focus();
    }
});
yaml.addEventListener('input', forget);
form.addEventListener('submit', (event) => {
    event.preventDefault();
    put(true);
});
applying.addEventListener('click', () => put(false));

async function put(dryRun) {
    const sent = yaml.value;
    lock(true);
    refuse('');
    try {
        const answer = await send('PUT', dryRun ? `${ADDRESS}?dryRun=true` : ADDRESS, new Blob([sent], {type: 'application/yaml'}));
        if (sent === yaml.value) {
            show(answer);
        }
        if (!dryRun) {
            toast({id: 'settings', title: text('plan.applied'), kind: 'success'});
        }
    } catch (failure) {
        forget();
        refuse(inWords(failure));
    } finally {
        lock(false);
    }
}

function inWords(failure) {
    if (!(failure instanceof Refused)) {
        return text('office.unreachable');
    }
    if (failure.isSignedOut) {
        return text('office.signedOut');
    }
    return [...failure.errors].map(([path, message]) => `${path} – ${message}`).join('\n') || failure.message;
}

function show({dryRun, items}) {
    const changing = items.filter((item) => item.action !== 'UNCHANGED');
    const unchanged = items.length - changing.length;
    document.getElementById('plan-title').textContent = text(headline(dryRun, changing.length));
    plan.querySelector('tbody').replaceChildren(...changing.map(row));
    plan.querySelector('table').hidden = changing.length === 0;
    const note = document.getElementById('unchanged');
    note.hidden = unchanged === 0;
    note.textContent = text('plan.unchanged', unchanged);
    plan.hidden = false;
    plan.focus();
    applying.dataset.ready = String(dryRun && changing.length > 0);
}

function headline(dryRun, changes) {
    if (!dryRun) {
        return 'plan.was';
    }
    return changes > 0 ? 'plan.would' : 'plan.nothing';
}

function row({part, id, action, differences}) {
    const made = document.getElementById('plan-row').content.cloneNode(true);
    made.querySelector('th').textContent = `${part} / ${id}`;
    const badge = made.querySelector('.badge');
    badge.textContent = text(`plan.action.${action}`);
    badge.classList.add(BADGES[action]);
    made.querySelector('ul').append(...differences.map(difference));
    return made;
}

function difference({setting, before, after}) {
    const line = document.createElement('li');
    line.append(`${setting}: `);
    if (before !== null) {
        line.append(worded('del', before), ' → ');
    }
    line.append(after === null ? '–' : worded('ins', after));
    return line;
}

function worded(name, words) {
    const element = document.createElement(name);
    element.textContent = words;
    return element;
}

/** What was shown is no longer what would be applied. */
function forget() {
    plan.hidden = true;
    delete applying.dataset.ready;
    applying.disabled = true;
}

function lock(busy) {
    form.querySelector('[type=submit]').disabled = busy;
    applying.disabled = busy || applying.dataset.ready !== 'true';
}

function refuse(words) {
    const problem = document.getElementById('refused');
    problem.textContent = words;
    problem.hidden = words === '';
    if (words !== '') {
        problem.focus();
    }
}
