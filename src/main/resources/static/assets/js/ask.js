// Buttons that do something by the API, most of them after a question:
//
//   <button data-do="POST /api/v1/agents/anna/stop" data-ask="Stop Anna?" data-ask-text="…" data-ask-reason="Reason">
//
// data-ask-reason asks for a text, which is sent as `reason`; data-body is sent as it is. Without data-ask it is done at
// once. Afterwards the page goes to data-next, or what is live on it is read again, or the page is. A page that does
// something else with the answer prevents the default of `api:done`; one that has better words for a refusal puts them
// into `detail.words` of `api:refused`.

import {at} from './address.js';
import {send} from './api.js';
import {isLive, refreshLive} from './live.js';
import {text} from './texts.js';
import {toast} from './toasts.js';

let asking = null;

/** Wires all such buttons, also those that come later. */
export function wireAsking() {
    const dialog = document.getElementById('ask');
    document.addEventListener('click', (event) => {
        const button = event.target.closest('button[data-do]');
        if (button && !button.disabled) {
            button.dataset.ask === undefined ? perform(button) : ask(dialog, button);
        }
    });
    dialog?.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault();
        const reason = dialog.querySelector('textarea');
        const problem = await perform(asking, asking.dataset.askReason === undefined ? undefined : {reason: reason.value});
        if (problem) {
            say(dialog, problem);
        } else {
            dialog.close();
        }
    });
    dialog?.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
    dialog?.addEventListener('close', () => (document.getElementById(asking?.id) ?? asking)?.focus());
}

function ask(dialog, button) {
    asking = button;
    const {ask: title, askText = '', askReason, askYes} = button.dataset;
    dialog.querySelector('h2').textContent = title;
    dialog.querySelector('[data-text]').textContent = askText;
    dialog.querySelector('.field').hidden = askReason === undefined;
    dialog.querySelector('label').textContent = askReason ?? '';
    const reason = dialog.querySelector('textarea');
    reason.value = '';
    reason.required = askReason !== undefined;
    const yes = dialog.querySelector('[type=submit]');
    yes.textContent = askYes ?? button.textContent;
    yes.classList.toggle('danger', button.classList.contains('danger'));
    yes.classList.toggle('primary', !button.classList.contains('danger'));
    say(dialog, '');
    dialog.showModal();
}

function say(dialog, words) {
    const problem = dialog.querySelector('[role=alert]');
    problem.textContent = words;
    problem.hidden = words === '';
}

/** Resolves to what went wrong, in words; to nothing when it was done. */
async function perform(button, body = button.dataset.body === undefined ? undefined : JSON.parse(button.dataset.body)) {
    const [method, path] = button.dataset.do.split(' ', 2);
    button.disabled = true;
    try {
        const answer = await send(method, path, body, {ifMatch: button.dataset.ifMatch});
        if (button.dispatchEvent(new CustomEvent('api:done', {detail: {answer}, bubbles: true, cancelable: true}))) {
            goOn(button);
        }
        return '';
    } catch (failure) {
        button.dispatchEvent(new CustomEvent('api:refused', {detail: failure, bubbles: true}));
        const words = failure.isSignedOut
            ? text('office.signedOut')
            : failure.words || [failure.message, ...(failure.errors?.values() ?? [])].filter(Boolean).join(' ') || text('office.unreachable');
        if (button.dataset.ask === undefined) {
            toast({id: 'failed', title: words, kind: 'error'});
        }
        return words;
    } finally {
        button.disabled = false;
    }
}

function goOn(button) {
    if (button.dataset.next !== undefined) {
        location.assign(at(button.dataset.next));
    } else if (isLive(button)) {
        refreshLive();
    } else {
        location.reload();
    }
}
