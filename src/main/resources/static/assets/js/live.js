// Parts of a page that stay up to date: <div data-live="/supervision/board/state" data-every="2"> is read again every two
// seconds while somebody looks, and morphed in, so that focus, selection and open details stay. What is in an
// element with data-keep is left as the page has made it. While the server cannot be reached it is asked more often, each
// page at moments of its own, so that all are up to date soon after it is back, and do not ask all at once.

import {at} from './address.js';
import {text} from './texts.js';
import {enhance} from './times.js';

const LOST_AFTER = 2;
const AGAIN_AFTER = 1_000;
const AGAIN_SPREAD = 2_000;
const PATIENCE = 10_000;

let failures = 0;
const toTryAgain = new WeakSet();

/** Keeps all such parts of the page up to date from now on. */
export function startLive() {
    for (const part of document.querySelectorAll('[data-live]')) {
        setInterval(() => document.hidden || refresh(part), Number(part.dataset.every ?? 5) * 1000);
    }
    document.addEventListener('visibilitychange', () => document.hidden || refreshLive());
}

/** Reads them now. */
export function refreshLive() {
    document.querySelectorAll('[data-live]').forEach(refresh);
}

/** Whether the element is in such a part. */
export function isLive(element) {
    return element.closest('[data-live]') !== null;
}

async function refresh(part) {
    if (part.dataset.reading) {
        return;
    }
    part.dataset.reading = 'true';
    try {
        const answer = await fetch(at(part.dataset.live), {headers: {Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest'}, signal: AbortSignal.timeout(PATIENCE)});
        if (answer.status === 401) {
            location.reload(); // leads to the sign-in, and back here
        } else if (answer.ok) {
            draw(part, await answer.text());
            lost(false);
        } else {
            lost(true);
            again(part);
        }
    } catch {
        lost(true);
        again(part);
    } finally {
        delete part.dataset.reading;
    }
}

function again(part) {
    if (!toTryAgain.has(part)) {
        toTryAgain.add(part);
        setTimeout(() => {
            toTryAgain.delete(part);
            document.hidden || !part.isConnected || refresh(part);
        }, AGAIN_AFTER + Math.random() * AGAIN_SPREAD);
    }
}

function draw(part, html) {
    globalThis.Idiomorph.morph(part, html, {
        morphStyle: 'innerHTML',
        ignoreActiveValue: true,
        callbacks: {
            beforeNodeMorphed: (node) => !node.dataset || !('keep' in node.dataset),
            beforeAttributeUpdated: (name, node) => !(name === 'open' && node.tagName === 'DETAILS'),
        },
    });
    enhance(part);
    part.dispatchEvent(new CustomEvent('live:drawn', {bubbles: true}));
}

// One that fails may be a hiccup.
function lost(failed) {
    failures = failed ? failures + 1 : 0;
    const banner = document.getElementById('connection');
    banner.hidden = failures < LOST_AFTER;
    banner.textContent = banner.hidden ? '' : text('connection.lost');
}
