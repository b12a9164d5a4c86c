// While the database is away the server says so and has done nothing, or does not know whether it has. What an agent has
// pressed is then asked for again until it is answered, and the page says that it is: all of these calls may be repeated.

import {Unreachable} from '../shared/api.js';
import {dismissToast, toast} from './notify.js';
import {text} from '../shared/texts.js';
import {after} from './wake.js';

const AGAIN = 3_000;
const LONGEST = 120_000;
const NOTICE = 'waiting';
const latest = new Map();

/**
 * What `ask()` resolves to, asked for again while the database is away, but not for ever, and not when something else was
 * asked of the same `what` meanwhile: then, as when it is refused, it fails.
 */
export async function persist(what, ask) {
    const giveUp = Date.now() + LONGEST;
    const mine = Symbol(what);
    latest.set(what, mine);
    try {
        for (;;) {
            try {
                return await ask();
            } catch (failure) {
                const waits = failure instanceof Unreachable && failure.status === 503;
                if (!waits || latest.get(what) !== mine || Date.now() > giveUp) {
                    throw failure;
                }
            }
            toast({id: NOTICE, title: text('waiting'), kind: 'warning', sticky: true});
            await new Promise((resolve) => after(AGAIN, resolve));
        }
    } finally {
        if (latest.get(what) === mine) {
            latest.delete(what);
        }
        if (latest.size === 0) {
            dismissToast(NOTICE);
        }
    }
}
