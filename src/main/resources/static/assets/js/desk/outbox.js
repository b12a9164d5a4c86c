// A Save that did not reach the server, or whose answer did not come back, waits here and is sent again with the same
// key until the server has answered: it is never lost silently and never applied twice. There may be several, since the
// next case comes by the live line also while the answer to a Save is held up. They survive a reload.

import {Unreachable, send, uuid} from '../shared/api.js';
import {asked} from './drawing.js';
import {after} from './wake.js';

const AGAIN = 3_000;
const PREFIX = 'ringback.outbox.';

let place;
let listeners;
let sending = null;
let stopped = false;
let cancel = () => {};

/**
 * `onSaved(save, html, shown)` with the desk as it is drawn then, `onRefused(save, refusal)` and `onWaiting(save)` hear
 * what becomes of each `{key, outcome, words}`.
 * Sends what a page before this one has left, and throws away what other agents have.
 */
export function openOutbox(agentId, heard) {
    place = PREFIX + agentId;
    listeners = heard;
    Object.keys(sessionStorage)
        .filter((key) => key.startsWith(PREFIX) && key !== place)
        .forEach((key) => sessionStorage.removeItem(key));
    addEventListener('beforeunload', (event) => allWaiting().length > 0 && event.preventDefault());
    trySending();
}

/** The Saves that have not been answered yet, oldest first. */
export function allWaiting() {
    try {
        return JSON.parse(sessionStorage.getItem(place)) ?? [];
    } catch {
        return [];
    }
}

/** Whether the outcome of this case is on its way. */
export function isWaiting(allocationId) {
    return allWaiting().some((save) => save.outcome.allocationId === allocationId);
}

/** Saves the outcome, now or as soon as possible. `words` tell people what it is, should it not count. */
export function save(outcome, words) {
    takeOver([{key: uuid(), outcome, words}]);
}

/** Sends these Saves from here; those that another window has sent, too, are done once, by their keys. */
export function takeOver(saves) {
    const known = new Set(allWaiting().map((save) => save.key));
    keep([...allWaiting(), ...saves.filter((save) => !known.has(save.key))]);
    trySending();
}

/** Sends the oldest of what waits, unless it is on its way already; the others follow. */
export function trySending() {
    const [pending] = allWaiting();
    if (!pending || sending || stopped) {
        return;
    }
    cancel();
    const shown = asked();
    sending = send('POST', `/desk/case/outcome?${shown}`, pending.outcome, {key: pending.key, html: true})
        .then(
            (html) => settled(pending, () => listeners.onSaved(pending, html, shown)),
            (failure) => failed(pending, failure),
        )
        .finally(() => {
            sending = null;
            const [next] = allWaiting();
            if (next && next.key !== pending.key) {
                trySending();
            }
        });
}

/** Nothing of an agent who signs out stays behind, or is kept from now on. */
export function forgetSaves() {
    stopped = true;
    cancel();
    sessionStorage.removeItem(place);
}

function failed(pending, failure) {
    if (failure instanceof Unreachable) {
        cancel = after(AGAIN, trySending);
        listeners.onWaiting(pending);
    } else if (failure.isSignedOut) {
        listeners.onWaiting(pending); // Until the agent has signed in again.
    } else {
        settled(pending, () => listeners.onRefused(pending, failure));
    }
}

function settled(pending, tell) {
    keep(allWaiting().filter((save) => save.key !== pending.key));
    tell();
}

function keep(saves) {
    if (saves.length > 0 && !stopped) {
        sessionStorage.setItem(place, JSON.stringify(saves));
    } else {
        sessionStorage.removeItem(place);
    }
}
