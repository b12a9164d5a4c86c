// What the agent does goes to the API; then the desk is drawn as it is now. Most controls say themselves what to send:
// data-send="METHOD /path", with data-body or, for a tick, its name and whether it is on.

import {at} from '../shared/address.js';
import {Refused, Unreachable, send, uuid} from '../shared/api.js';
import {dial} from './dial.js';
import {awaitAnswer, redraw, toggleList} from './drawing.js';
import {toast} from './notify.js';
import {persist} from './persisting.js';
import {text} from '../shared/texts.js';

/** What ends receiving because the agent wants it to. */
const ENDING = ['stop', 'receive', 'availability-DO_NOT_DISTURB', 'availability-OFFWORK'];

/** Says that something did not work, and why; a session that has ended has a dialog of its own. */
export function failed(failure) {
    if (!failure.isSignedOut) {
        toast({id: 'failed', title: text('failed', reason(failure)), kind: 'error'});
    }
}

// The server gives its reasons in English; elsewhere the kind of the problem has to do.
function reason(failure) {
    const words = failure instanceof Refused ? failure.message : failure.reason;
    if (document.documentElement.lang === 'en') {
        return words || text('failed.unknown');
    }
    const kind = `failed.${failure.type?.split(':').pop()}`;
    return text(kind) === kind ? text('failed.unknown') : text(kind);
}

/** Listens for what is pressed and ticked. `byAction` holds what this window does for controls with a data-action. */
export function startActing(byAction) {
    document.addEventListener('click', ({target}) => {
        const control = target.closest('button, a');
        if (control && !control.disabled) {
            press(control, {call, ...byAction});
        }
    });
    document.addEventListener('change', ({target}) => {
        if (target.type === 'checkbox' && target.dataset.send) {
            act(target);
        } else if (target.dataset.member) {
            giveAccess(target);
        }
    });
}

function press(control, byAction) {
    const {why, send: request, toggleList: list, people, action} = control.dataset;
    if (why) {
        toast({id: 'why', title: why, kind: 'warning'});
    } else if (request) {
        act(control);
    } else if (list) {
        toggleList(list);
    } else if (people) {
        openPeople(people);
    } else {
        byAction[action]?.();
    }
}

async function act(control) {
    const [method, path] = control.dataset.send.split(' ');
    const ticked = control.type === 'checkbox' ? {[control.name]: control.checked} : undefined;
    if (ENDING.includes(control.dataset.action)) {
        document.dispatchEvent(new CustomEvent('desk:own-stop'));
    }
    awaitAnswer();
    const body = control.dataset.body ? JSON.parse(control.dataset.body) : ticked;
    try {
        await persist(path, () => send(method, path, body));
    } catch (failure) {
        failed(failure);
        if (ticked) {
            control.checked = !control.checked;
        }
    }
    redraw();
}

async function call() {
    const allocationId = document.getElementById('case').dataset.allocation;
    const button = document.getElementById('call');
    button.disabled = true;
    awaitAnswer();
    try {
        const {dialUri} = await startCall(allocationId);
        dial(dialUri);
    } catch (failure) {
        button.disabled = false;
        button.focus();
        failed(failure);
    }
    redraw();
}

// Once more with the same key when the answer got lost: the call may have begun, and its number is in the answer.
async function startCall(allocationId) {
    const key = uuid();
    const ask = () => send('POST', '/api/v1/desk/case/calls', {allocationId}, {key});
    return persist(`call ${allocationId}`, ask).catch((failure) => {
        if (failure instanceof Unreachable && failure.status !== 503) {
            return ask();
        }
        throw failure;
    });
}

async function openPeople(listId) {
    const dialog = document.getElementById('people');
    await htmx.ajax('GET', at(`/desk/lists/${listId}/people`), {target: dialog, swap: 'innerHTML'});
    dialog.showModal();
}

async function giveAccess(tick) {
    try {
        await persist(tick.dataset.member, () => send(tick.checked ? 'PUT' : 'DELETE', tick.dataset.member));
    } catch (failure) {
        tick.checked = !tick.checked;
        failed(failure);
    }
    redraw();
}
