// Tells the agent that something has come, by all allowed means, and goes on until it was seen.

import {callForAttention, endAttention} from './attention.js';
import {preferences} from './preferences.js';
import {play} from './sounds.js';
import {after} from './wake.js';

export {callForAttention, endAttention} from './attention.js';
export {dismissToast, toast} from '../shared/toasts.js';

const EVERY = 15_000;

/** "granted", "denied", "default" (not asked yet) or "unsupported". */
export function notificationPermission() {
    return 'Notification' in globalThis ? Notification.permission : 'unsupported';
}

/** Asks the agent; only from a click. Resolves to the permission. */
export async function askForNotifications() {
    if (notificationPermission() === 'unsupported') {
        return 'unsupported';
    }
    try {
        return await Notification.requestPermission();
    } catch {
        return notificationPermission();
    }
}

/**
 * A notification of the computer, if permitted and wanted; a click on it brings this window to the front. One with the
 * same tag takes the place of the one before. Returns `{close()}`.
 */
export function desktopNotification({title, body, tag, onClick = () => {}}) {
    if (notificationPermission() !== 'granted' || !preferences().notifications) {
        return {close() {}};
    }
    try {
        const notification = new Notification(title, {body, tag, silent: true, lang: document.documentElement.lang});
        notification.onclick = () => {
            window.focus();
            notification.close();
            onClick();
        };
        return notification;
    } catch {
        return {close() {}}; // Android knows them from service workers only.
    }
}

/**
 * Sound, title, icon and notification now, sound and notification again every 15 s until the agent has been in one of
 * our windows or `until` (a promise or an AbortSignal) says that the matter is settled. `seen()` may tell of other windows
 * in which it was seen. Sound and volume are the agent's unless given. Returns `{stop(), first}`; `first` resolves to
 * what became of the first sound.
 */
export function remind({title, body, sound, volume, until, seen = () => false, tag = 'ringback'}) {
    const ring = () => play(sound ?? preferences().sound, volume ?? preferences().volume);
    const inSight = () => (!document.hidden && document.hasFocus()) || seen();
    let notification;
    let cancel = () => {};
    let stopped = false;

    const tell = () => {
        notification = desktopNotification({title, body, tag, onClick: look});
        cancel = after(EVERY, again);
        return ring();
    };
    const again = () => (inSight() ? stop() : void tell());
    const look = () => inSight() && stop();
    const stop = () => {
        if (!stopped) {
            stopped = true;
            cancel();
            notification?.close();
            endAttention();
            removeEventListener('focus', look);
            document.removeEventListener('visibilitychange', look);
        }
    };

    if (inSight()) {
        return {first: ring(), stop() {}};
    }
    callForAttention(title);
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    const first = tell();
    if (until instanceof AbortSignal) {
        until.addEventListener('abort', stop);
    } else {
        until?.then(stop, stop);
    }
    return {first, stop};
}
