// Gives access to agents who are found by name as one types: those chosen stay chosen while others are looked for.

import {send} from '../shared/api.js';
import {text} from '../shared/texts.js';
import {refreshLive} from './live.js';

const chosen = new Map(); // names by id

/** Wires the form, if there is one. */
export function wireUsers() {
    const form = document.getElementById('add-users');
    form?.addEventListener('change', ({target}) => {
        if ('agent' in target.dataset) {
            choose(target.value, target.checked ? target.dataset.name : null);
        }
    });
    form?.addEventListener('htmx:afterSwap', () => {
        document.querySelectorAll('#others [data-agent]').forEach((box) => (box.checked = chosen.has(box.value)));
    });
    form?.addEventListener('submit', (event) => {
        event.preventDefault();
        const found = document.querySelectorAll('#others [data-agent]');
        if (chosen.size === 0 && found.length === 1) {
            choose(found[0].value, found[0].dataset.name); // who else could be meant
        }
        if (chosen.size > 0) {
            add(form);
        }
    });
}

function choose(id, name) {
    if (name === null) {
        chosen.delete(id);
    } else {
        chosen.set(id, name);
    }
    draw();
}

function draw() {
    const group = document.getElementById('chosen-agents');
    group.replaceChildren(...[...chosen].map(([id, name]) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button small';
        button.textContent = `${name} ×`;
        button.setAttribute('aria-label', text('lists.users.unchoose', name));
        button.addEventListener('click', () => {
            choose(id, null);
            document.querySelectorAll('#others [data-agent]').forEach((box) => (box.checked = chosen.has(box.value)));
            document.getElementById('find-agent').focus();
        });
        return button;
    }));
    group.hidden = chosen.size === 0;
    const add = document.getElementById('add-chosen');
    add.hidden = chosen.size === 0;
    add.textContent = text('lists.users.add', chosen.size);
}

// One by one, so that one who cannot be added stops nobody else.
async function add(form) {
    const button = document.getElementById('add-chosen');
    button.disabled = true;
    const added = [];
    const failed = [];
    for (const [id, name] of [...chosen]) {
        try {
            await send('PUT', `/api/v1/lists/${encodeURIComponent(form.dataset.list)}/agents/${encodeURIComponent(id)}`);
            chosen.delete(id);
            added.push(name);
        } catch {
            failed.push(name);
        }
    }
    button.disabled = false;
    say(added, failed);
    draw();
    form.elements.find.value = '';
    document.getElementById('others').replaceChildren();
    refreshLive();
    form.elements.find.focus();
}

function say(added, failed) {
    const status = document.getElementById('users-added');
    const told = [added.length > 0 && text('lists.users.added', added.join(', ')), failed.length > 0 && text('lists.users.notAdded', failed.join(', '))];
    status.textContent = told.filter(Boolean).join(' ');
    status.className = failed.length > 0 ? 'notice warning' : 'notice ok';
    status.hidden = false;
}
