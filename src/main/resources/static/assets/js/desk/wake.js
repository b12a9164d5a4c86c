// Timers that ring on time also in a window that is hidden or behind others: browsers let the timers of such pages ring
// once a minute only, which would swallow a warning 20 seconds ahead. Timers of a worker are left alone.

const waiting = new Map();
let worker;
let last = 0;

/** Calls `action` once after `delay` milliseconds; the result is a function that takes it back. */
export function after(delay, action) {
    const id = ++last;
    waiting.set(id, action);
    start();
    if (worker) {
        worker.postMessage({id, delay: Math.max(0, delay)});
    } else {
        setTimeout(ring, delay, id);
    }
    return () => waiting.delete(id);
}

function ring(id) {
    const action = waiting.get(id);
    waiting.delete(id);
    action?.();
}

function start() {
    if (worker !== undefined) {
        return;
    }
    try {
        worker = new Worker(new URL('./wake-worker.js', import.meta.url));
        worker.onmessage = (message) => ring(message.data);
        worker.onerror = () => fallBack();
    } catch {
        worker = null;
    }
}

// Without the worker late timers are better than none: all that waits is rung soon, and looks at the clock itself.
function fallBack() {
    worker = null;
    waiting.forEach((action, id) => setTimeout(ring, 1000, id));
}
