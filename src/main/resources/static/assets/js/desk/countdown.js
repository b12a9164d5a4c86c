// Draws the time left of every <span role="timer" data-deadline="ISO instant" data-warn="20" data-kind="autoStop"> from
// the absolute deadline, never by counting down, so that it is right after sleep, reload and a changed clock. Elements
// may come, go and be morphed at any time. role="timer" is silent by itself; the warning (the text warning.<kind>) is
// said once. <span role="timer" data-since="ISO instant"> shows in the same way how long something has gone on.

import {announce} from './announce.js';
import {onJump, serverNow} from '../shared/clock.js';
import {text} from '../shared/texts.js';
import {after} from './wake.js';

const SELECTOR = '[data-deadline]';
const WARN_SECONDS = 20;
const told = {warning: new Set(), over: new Set()};
let pending = {due: Infinity, cancel: () => {}};
let started = false;

/** Starts drawing; once per window. */
export function startCountdowns() {
    if (started) {
        return;
    }
    started = true;
    new MutationObserver(draw).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['data-deadline', 'data-since', 'class'],
    });
    document.addEventListener('visibilitychange', draw);
    addEventListener('focus', draw);
    onJump(draw);
    draw();
}

/** Minutes and seconds, "1:05". */
export function minutesAndSeconds(seconds) {
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function draw() {
    const now = serverNow();
    let next = Infinity;
    for (const element of document.querySelectorAll(SELECTOR)) {
        const left = Date.parse(element.dataset.deadline) - now;
        if (!Number.isNaN(left)) {
            drawOne(element, left);
            next = left > 0 ? Math.min(next, untilNextSecond(left)) : next;
        }
    }
    for (const element of document.querySelectorAll('[data-since]')) {
        const gone = now - Date.parse(element.dataset.since);
        if (!Number.isNaN(gone)) {
            write(element, minutesAndSeconds(Math.max(0, Math.floor(gone / 1000))));
            next = Math.min(next, 1000 - (((gone % 1000) + 1000) % 1000) + 5);
        }
    }
    schedule(next);
}

// Drawing happens at each change of the page; the timer that is set already is kept unless it is too late.
function schedule(delay) {
    const now = performance.now();
    if (delay === Infinity || (pending.due > now && pending.due <= now + delay)) {
        return;
    }
    pending.cancel();
    const wakeUp = () => {
        pending.due = Infinity;
        draw();
    };
    pending = {due: now + delay, cancel: after(delay, wakeUp)};
}

// A moment later than the change itself, so that rounding never shows the old second again.
function untilNextSecond(left) {
    return (left % 1000 || 1000) + 5;
}

// Writes only what differs: the observer above is called again for what is written here.
function drawOne(element, left) {
    const seconds = Math.max(0, Math.ceil(left / 1000));
    write(element, minutesAndSeconds(seconds));
    const warn = Number(element.dataset.warn ?? WARN_SECONDS);
    if (element.classList.contains('warning') !== seconds <= warn) {
        element.classList.toggle('warning', seconds <= warn);
    }
    if (left <= 0) {
        tell(element, 'over', 0);
    } else if (seconds <= warn && tell(element, 'warning', seconds)) {
        announce(text(element.dataset.kind ? `warning.${element.dataset.kind}` : 'countdown.warning', seconds));
    }
}

function write(element, shown) {
    if (element.textContent !== shown) {
        element.textContent = shown;
    }
}

// Once per deadline, though it is drawn in several places and morphed in between.
function tell(element, what, seconds) {
    const deadline = element.dataset.deadline;
    if (told[what].has(deadline)) {
        return false;
    }
    told[what].add(deadline);
    element.dispatchEvent(new CustomEvent(`countdown:${what}`, {bubbles: true, detail: {deadline, seconds}}));
    return true;
}
