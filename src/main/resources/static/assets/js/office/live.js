// Parts of a page that stay up to date are read by htmx, every few seconds and after each act, and morphed in, so that
// focus, selection and open details stay; what has data-keep is left as the page has made it:
// <div hx-get="/supervision/board/state" hx-trigger="every 2s, acted from:body" hx-swap="morph:innerHTML">. Here is what
// htmx does not do: pause while nobody looks or an answer is late, say that the line is lost, and ask more often then,
// each page at moments of its own, so that all are up to date soon after the server is back, and do not ask all at once.

import {text} from '../shared/texts.js';
import {enhance} from '../shared/times.js';

const LIVE = '[hx-trigger^="every"]';
const LOST_AFTER = 2;
const AGAIN_AFTER = 1_000;
const AGAIN_SPREAD = 2_000;

let failures = 0;
let again;

/** To be called before htmx begins. */
export function startLive() {
    const {defaults} = globalThis.Idiomorph;
    defaults.ignoreActiveValue = true;
    defaults.callbacks.beforeNodeMorphed = (node) => !node.dataset || !('keep' in node.dataset);
    defaults.callbacks.beforeAttributeUpdated = (name, node) => !(name === 'open' && node.tagName === 'DETAILS');
    listen('htmx:confirm', (event) => {
        const isItsTime = !event.detail.triggeringEvent; // rather than an act
        if (isItsTime && (document.hidden || event.target.matches('.htmx-request'))) {
            event.preventDefault();
        }
    });
    listen('htmx:beforeOnLoad', (event) => {
        const {status} = event.detail.xhr;
        if (status === 401) {
            location.reload(); // leads to the sign-in, and back here
        }
        if (status >= 400) {
            event.preventDefault(); // what is shown stays
            lost();
        } else {
            failures = 0;
            tell();
        }
    });
    listen('htmx:sendError', lost);
    listen('htmx:timeout', lost);
    document.addEventListener('htmx:afterSwap', () => enhance());
    document.addEventListener('visibilitychange', () => document.hidden || refreshLive());
}

/** Reads them now. */
export function refreshLive() {
    htmx.trigger(document.body, 'acted');
}

function listen(name, listener) {
    document.addEventListener(name, (event) => event.target.matches(LIVE) && listener(event));
}

function lost() {
    failures++;
    tell();
    clearTimeout(again);
    again = setTimeout(() => document.hidden || refreshLive(), AGAIN_AFTER + Math.random() * AGAIN_SPREAD);
}

// One that fails may be a hiccup.
function tell() {
    const banner = document.getElementById('connection');
    banner.hidden = failures < LOST_AFTER;
    banner.textContent = banner.hidden ? '' : text('connection.lost');
}
