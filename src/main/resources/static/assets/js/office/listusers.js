// Gives access to an agent who is found by name: the id of whoever was chosen completes the address.

import {text} from '../shared/texts.js';

/** Wires the form, if there is one. */
export function wireUsers() {
    const form = document.getElementById('add-user');
    form?.addEventListener('htmx:configRequest', (event) => {
        const agent = agentOf(form.elements.agent.value.trim());
        if (agent) {
            event.detail.path += encodeURIComponent(agent);
        } else {
            event.preventDefault();
            say(text('lists.users.unknown'));
            form.elements.agent.focus();
        }
    });
    form?.addEventListener('api:done', () => {
        form.reset();
        form.elements.agent.focus();
    });
    form?.addEventListener('input', () => say(''));
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
