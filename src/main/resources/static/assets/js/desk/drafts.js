// What the agent types is kept at once in this window and a moment later on the server, so that neither a reload nor a
// lost connection nor an ended session loses it. Only the window's own storage is used: it goes when the window does.

import {Refused, send} from '../shared/api.js';

const PAUSE = 400;
const RETRY = 3_000;
const PREFIX = 'ringback.draft.';

let agentId;
let waiting = null;
let sending = null;
let arriving = Promise.resolve();
let timer;
let tell = () => {};
let stopped = false;

/** `onState('saving'|'saved'|'kept')` hears how far the draft has got. What other agents left behind is thrown away. */
export function openDrafts(agent, onState) {
    agentId = agent;
    tell = onState;
    for (const key of Object.keys(sessionStorage)) {
        if (key.startsWith(PREFIX) && !key.startsWith(prefix())) {
            sessionStorage.removeItem(key);
        }
    }
    addEventListener('pagehide', sendAtLast);
    document.addEventListener('visibilitychange', () => document.hidden && flush());
}

// What is on its way as the page goes may not arrive, so it is sent once more in a way that outlives the page.
function sendAtLast() {
    const last = stopped ? null : waiting ?? sending;
    if (last) {
        put(last, true).catch(() => {});
    }
}

/** Whether anything is entered in it: what was entered and taken out again is nothing. */
export function isEntered(draft) {
    const nothing = (value) => value === null || value === undefined || value === false || value === ''
        || (typeof value === 'object' && Object.values(value).every(nothing));
    return ![draft?.callStatus, draft?.note, draft?.retryAt, draft?.formData].every(nothing);
}

/** Drafts of other cases than this one, which went while nobody was signed in here; they are forgotten by that. */
export function takeOrphans(allocationId) {
    const keys = Object.keys(sessionStorage)
        .filter((key) => key.startsWith(prefix()) && key !== prefix() + allocationId);
    const orphans = keys.map((key) => keptDraft(key.slice(prefix().length))).filter(isEntered);
    keys.forEach((key) => sessionStorage.removeItem(key));
    return orphans;
}

/** Sends what is waiting; settles when nothing is on its way any more, whether it has arrived or not. */
export async function sent() {
    await arriving;
    flush();
    await arriving;
}

/** Keeps a draft `{allocationId, callStatus, note, retryAt, formData}`. */
export function keepDraft(draft) {
    if (stopped) {
        return;
    }
    store(draft.allocationId, draft);
    waiting = draft;
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
}

/** What was typed here and may not have reached the server; null when there is nothing. */
export function keptDraft(allocationId) {
    try {
        return JSON.parse(sessionStorage.getItem(prefix() + allocationId));
    } catch {
        return null;
    }
}

/** The case is saved or gone. */
export function forgetDraft(allocationId) {
    if (waiting?.allocationId === allocationId) {
        waiting = null;
        clearTimeout(timer);
    }
    sessionStorage.removeItem(prefix() + allocationId);
}

/** Another window is the desk now: what was typed here must not overwrite what is typed there. */
export function stopDrafts(allocationId) {
    stopped = true;
    waiting = null;
    clearTimeout(timer);
    if (allocationId) {
        forgetDraft(allocationId);
    }
}

/** Nothing of an agent who signs out stays behind, or is kept from now on. */
export function forgetDrafts() {
    stopped = true;
    waiting = null;
    clearTimeout(timer);
    Object.keys(sessionStorage)
        .filter((key) => key.startsWith(PREFIX))
        .forEach((key) => sessionStorage.removeItem(key));
}

/** Sends what is waiting now: the connection is back. */
export function flush() {
    if (sending || stopped || !waiting) {
        return;
    }
    const draft = waiting;
    waiting = null;
    sending = draft;
    tell('saving');
    arriving = put(draft, false)
        .then(() => saved(draft), (failure) => failed(draft, failure))
        .finally(() => {
            sending = null;
            if (waiting && waiting !== draft) {
                flush();
            }
        });
}

function put(draft, keepalive) {
    return send('PUT', '/api/v1/desk/case/draft', draft, {keepalive});
}

function saved(draft) {
    if (!waiting) {
        sessionStorage.removeItem(prefix() + draft.allocationId);
        tell('saved');
    }
}

function failed(draft, failure) {
    const over = failure instanceof Refused && failure.status === 409;
    if (over) {
        return;
    }
    tell('kept');
    if (!(failure instanceof Refused) && !stopped) {
        waiting ??= draft;
        clearTimeout(timer);
        timer = setTimeout(flush, RETRY);
    }
}

function store(allocationId, draft) {
    try {
        sessionStorage.setItem(prefix() + allocationId, JSON.stringify(draft));
    } catch {
        // Full or forbidden: the server still gets it.
    }
}

function prefix() {
    return `${PREFIX}${agentId}.`;
}
