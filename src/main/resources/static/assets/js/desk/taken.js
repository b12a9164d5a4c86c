// A case has gone from the desk: says why, and shows once more what was entered for it.

import {send} from '../shared/api.js';
import {showCancelled, showLostText} from './losttext.js';

/** `number` is the caller's as people read it, `words` are what was entered and not saved; empty for nothing. */
export async function tellWhyTaken(callbackId, number, words) {
    const cancelled = await send('GET', `/api/v1/desk/taken/${callbackId}`).catch(() => null);
    if (cancelled) {
        showCancelled({...cancelled, phoneNumber: number || cancelled.phoneNumber}, words);
    } else if (words) {
        showLostText('left', words);
    }
}
