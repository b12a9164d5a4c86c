// Whatever is played, the server plays one after the other: it answers "later" (409 with Retry-After) while others are.

import {Unreachable, send} from '../shared/api.js';

const PATIENCE = 60_000;
const PAUSE = 1_500;

/** Sends it like a POST of api.js, again while others are being played, and for a minute at most. */
export async function sendWhenFree(path, body, isStillWanted = () => true) {
    const until = Date.now() + PATIENCE;
    for (;;) {
        try {
            return await send('POST', path, body, {timeout: PATIENCE});
        } catch (failure) {
            if (!(failure instanceof Unreachable && failure.status === 409) || Date.now() > until || !isStillWanted()) {
                throw failure;
            }
        }
        await new Promise((go) => { setTimeout(go, PAUSE); });
    }
}
