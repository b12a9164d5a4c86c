// What is shown is drawn by the server (GET /desk/state, and the answer to a Save) and morphed in by htmx. This module says
// what to ask for, keeps what must not be drawn over, and puts the live numbers in place without drawing anew.

import {at} from '../shared/address.js';
import {connection} from './connection.js';
import {observe} from '../shared/clock.js';
import {after} from './wake.js';

const ANSWER_WITHIN = 400;
let shows = () => 'desk';
let leaves = () => {};
let asking = false;
let cancelRetry = () => {};
let heldBack = null;
const opened = new Set();

/** The element that is drawn anew; always the one on the page now. */
export function desk() {
    return document.getElementById('desk');
}

/** Draws the desk as it is now. */
export function redraw() {
    desk().dispatchEvent(new CustomEvent('desk-changed'));
}

/** What a drawing has to show here, as a query. */
export function asked() {
    return String(new URLSearchParams([['view', shows()], ...[...opened].map((list) => ['open', list])]));
}

/**
 * A change by this agent is on its way, and its answer leads to a drawing: what the live line tells of the same change
 * waits for that, but not for long, since an answer may be held up or lost.
 */
export function awaitAnswer() {
    heldBack ??= {told: null, cancel: after(ANSWER_WITHIN, answered)};
}

/** The change is drawn, or will not be. */
export function answered() {
    const told = heldBack?.told;
    heldBack?.cancel();
    heldBack = null;
    if (told) {
        show(told);
    }
}

/** Draws the desk that the server has answered with when it was `asked()` for this. */
export function draw(html, shown) {
    if (asking || shown !== asked()) {
        redraw();
    } else if (!connection.isTakenOver()) {
        makeRoom(html);
        htmx.swap(desk(), html, {swapStyle: 'morph:outerHTML', settleDelay: 0}, {contextElement: desk(), eventInfo: {target: desk()}});
    }
    answered();
}

/** Opens or closes the users of a list. */
export function toggleList(listId) {
    const isOpen = document.getElementById(`open-${listId}`)?.getAttribute('aria-expanded') === 'true';
    if (isOpen) {
        opened.delete(listId);
    } else {
        opened.add(listId);
    }
    redraw();
}

/**
 * Joins the page and htmx. `view()` says what is shown here, `drawn()` is called after each drawing, `leaving(allocation)`
 * before a case goes for good.
 */
export function startDrawing({view, drawn, leaving}) {
    shows = view;
    leaves = leaving;
    document.addEventListener('htmx:configRequest', ({detail}) => {
        if (detail.path === at('/desk/state')) {
            detail.parameters.view = shows();
            detail.parameters.open = [...opened];
        }
    });
    document.addEventListener('htmx:beforeRequest', ({detail}) => (asking ||= detail.target.id === 'desk'));
    document.addEventListener('htmx:afterRequest', ({detail}) => {
        if (detail.target.id === 'desk') {
            asking = false;
            answered();
        }
    });
    document.addEventListener('htmx:beforeSwap', ({detail}) => {
        if (detail.target === desk()) {
            detail.shouldSwap = isDesk(detail.xhr) && detail.shouldSwap;
            if (detail.shouldSwap) {
                makeRoom(detail.xhr.responseText);
            }
        }
    });
    for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
        document.addEventListener(failure, ({detail}) => detail.target === desk() && tryAgain(detail.xhr));
    }
    document.addEventListener('htmx:afterSwap', ({detail}) => detail.target.id === 'desk' && drawn());
    Idiomorph.defaults.callbacks.beforeNodeMorphed = (old, fresh) =>
        !(old.dataset?.keep && old.dataset.keep === fresh.dataset?.keep);
    // What somebody has opened or closed stays so.
    Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, element) => !(name === 'open' && element.matches('details'));
}

/**
 * Shows the desk that the server has told of: by drawing it when it is another version, else by its numbers. What is
 * being asked for right now may be older than what is told, though it will be drawn later.
 */
export function show(now) {
    observe(now.serverTime);
    if (heldBack) {
        heldBack.told = now;
        return;
    }
    if (asking || now.version !== desk().dataset.version || (showNumbers(now.lists) && opened.size > 0)) {
        redraw();
    }
}

// Whether another number of agents serves now: who they are is shown where a list is open.
function showNumbers(lists) {
    let anotherServing = false;
    for (const list of lists) {
        const shown = document.querySelector(`.list[data-list="${CSS.escape(list.id)}"]`);
        for (const number of shown?.querySelectorAll('[data-number]') ?? []) {
            const value = String(list[number.dataset.number]);
            anotherServing ||= number.dataset.number === 'serving' && number.textContent !== value;
            number.textContent = value;
        }
    }
    return anotherServing;
}

// What is out of date stays as it was, and cannot be used; and where a redirect has led to the login page, it is no desk.
function isDesk(xhr) {
    if (connection.isTakenOver()) {
        return false;
    }
    const signedOut = xhr.status === 401 || !new URL(xhr.responseURL).pathname.startsWith(at('/desk/'));
    if (signedOut) {
        document.dispatchEvent(new CustomEvent('desk:signed-out'));
    }
    return !signedOut;
}

// Another case is another form: nothing of the old one may shine through.
function makeRoom(html) {
    const [, elsewhere, next] = /<section[^>]* id="case(-elsewhere)?"[^>]* data-allocation="([^"]*)"/.exec(html) ?? [];
    const shown = document.getElementById('case');
    if (shown && shown.dataset.allocation !== next) {
        leaves(shown.dataset.allocation);
        shown.remove();
    } else if (shown && elsewhere) {
        shown.remove();
    }
}

// No later news may come, and the case must be seen.
function tryAgain(xhr) {
    if (xhr?.status !== 401) {
        cancelRetry();
        cancelRetry = after(1_000, redraw);
    }
}
