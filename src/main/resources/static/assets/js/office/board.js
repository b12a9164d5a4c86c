// The board and the wallboard: keep to the server's time, which each part that is drawn anew brings along, and let the
// clock on the wall go on when the server cannot be reached.

import {observe, serverNow} from '../shared/clock.js';
import {enhance} from '../shared/times.js';

function synchronise() {
    observe(document.querySelector('[data-server-time]')?.dataset.serverTime);
}

function tick() {
    const clock = document.querySelector('[data-clock]');
    if (clock) {
        clock.dateTime = new Date(serverNow()).toISOString();
        enhance(clock.parentElement);
    }
}

document.addEventListener('htmx:afterSwap', () => {
    synchronise();
    tick();
});
synchronise();
setInterval(tick, 1000);
