// The server's time, whatever this computer's clock says: deadlines are the server's.
// Between two readings time is taken from performance.now(), which nobody can set. In some browsers it stands still while
// the computer sleeps; Date does not, so when Date has run ahead it is believed until the server speaks again. (A clock
// put forward by hand looks the same; the next reading rights it. A clock put back never matters.)

const AHEAD = 1000;
const JUMP = 5000;
const LONGEST_TICK_HIDDEN = 90_000;
const READINGS = 8;

const listeners = new Set();
let last = {local: Date.now(), steady: performance.now(), wall: Date.now()};
let offset = 0;
let offsets = [];
let ticked;

/** The server's time in milliseconds since 1970. */
export function serverNow() {
    return local() + offset;
}

/**
 * Takes note of a time that the server sent just now. On the way it can only have become older, so the newest of the
 * last few counts.
 */
export function observe(serverTime) {
    const time = Date.parse(serverTime);
    if (Number.isNaN(time)) {
        return;
    }
    offsets = [...offsets, time - local()].slice(-READINGS);
    offset = Math.max(...offsets);
}

/** Calls back after a sleep of the computer or a change of its clock, when what is shown may be long out of date. */
export function onJump(listener) {
    listeners.add(listener);
    if (ticked === undefined) {
        ticked = {at: performance.now(), hidden: document.hidden};
        setInterval(tick, 1000);
        document.addEventListener('resume', () => jumped());
        addEventListener('pageshow', (event) => event.persisted && jumped());
        document.addEventListener('visibilitychange', () => local());
    }
    return () => listeners.delete(listener);
}

function local() {
    const steady = performance.now();
    const wall = Date.now();
    const steadyGap = steady - last.steady;
    const wallGap = wall - last.wall;
    const ahead = wallGap - steadyGap;
    last = {local: last.local + (ahead > AHEAD ? wallGap : steadyGap), steady, wall};
    if (Math.abs(ahead) > AHEAD) {
        offsets = [];
    }
    if (Math.abs(ahead) > JUMP) {
        jumped();
    }
    return last.local;
}

// Where performance.now() goes on during sleep, only the missing ticks tell of it. Hidden pages tick once a minute.
function tick() {
    local();
    const now = performance.now();
    const gap = now - ticked.at;
    const longest = ticked.hidden || document.hidden ? LONGEST_TICK_HIDDEN : JUMP;
    ticked = {at: now, hidden: document.hidden};
    if (gap > longest) {
        jumped();
    }
}

let telling = false;

function jumped() {
    if (telling) {
        return;
    }
    telling = true;
    setTimeout(() => {
        telling = false;
        listeners.forEach((listener) => listener());
    });
}
