// The users of a list: gives access to an agent that is found by name, and joins agents to the list.

import {send} from './api.js';
import {refreshLive} from './live.js';
import {text} from './texts.js';
import {toast} from './toasts.js';

/** Wires the part of the page that shows them, if there is one. */
export function wireUsers() {
    document.addEventListener('change', ({target}) => target.dataset?.active && activate(target));
    const form = document.getElementById('add-user');
    form?.addEventListener('submit', (event) => {
        event.preventDefault();
        add(form);
    });
    form?.addEventListener('input', () => say(''));
}

async function activate(tick) {
    try {
        await send('PUT', tick.dataset.active, {active: tick.checked});
    } catch (failure) {
        tick.checked = !tick.checked;
        toast({id: 'users', title: words(failure), kind: 'error'});
    }
    refreshLive();
}

async function add(form) {
    const field = document.getElementById('agent');
    const agent = agentOf(field.value.trim());
    if (!agent) {
        say(text('lists.users.unknown'));
        field.focus();
        return;
    }
    try {
        await send('PUT', `/api/v1/lists/${form.dataset.list}/agents/${encodeURIComponent(agent)}`);
        field.value = '';
        refreshLive();
    } catch (failure) {
        say(words(failure));
    }
    field.focus();
}

// One of those offered, by what is shown or by the id.
function agentOf(value) {
    const options = [...document.querySelectorAll('#others option')];
    return options.find((option) => option.value === value || option.dataset.agent === value)?.dataset.agent;
}

function say(message) {
    const problem = document.getElementById('agent-problem');
    problem.textContent = message;
    problem.hidden = message === '';
}

function words(failure) {
    return failure.isSignedOut ? text('office.signedOut') : failure.message || text('office.unreachable');
}
