// The dialog of the agent's settings. They hold at once; there is nothing to save.

import {wireDialog} from './dialogs.js';
import {askForNotifications, notificationPermission} from './notify.js';
import {onPreferences, prefer, preferences} from './preferences.js';
import {play} from './sounds.js';
import {text} from '../shared/texts.js';

/** Wires the dialog; once per window, after openPreferences(). */
export function wire() {
    const dialog = wireDialog('settings', show);
    if (!dialog) {
        return;
    }
    const form = dialog.querySelector('[data-settings]');
    const {sound, volume, test, notifications, dial} = form.elements;
    const say = (name, words) => (dialog.querySelector(`[data-status="${name}"]`).textContent = words);

    form.addEventListener('submit', (event) => event.preventDefault()); // Enter in it
    sound.addEventListener('change', () => {
        prefer({sound: sound.value || null});
        test.click();
    });
    volume.addEventListener('input', () => prefer({volume: Number(volume.value) / 100}));
    volume.addEventListener('change', () => test.click());
    test.addEventListener('click', async () => {
        const outcome = await play(preferences().sound, preferences().volume);
        say('sound', outcome === 'blocked' ? text('sound.blocked') : '');
    });
    notifications.addEventListener('change', async () => {
        const allowed = notifications.checked && (await askForNotifications()) === 'granted';
        prefer({notifications: allowed});
        show();
    });
    dial.addEventListener('change', () => prefer({dial: dial.checked}));
    onPreferences(show);

    function show() {
        const {sound: name, volume: level, notifications: wanted} = preferences();
        dial.checked = preferences().dial;
        const permission = notificationPermission();
        sound.value = name ?? '';
        volume.value = String(Math.round(level * 100));
        test.disabled = name === null;
        notifications.checked = wanted && permission === 'granted';
        notifications.disabled = permission === 'denied' || permission === 'unsupported';
        say('notifications', notifications.disabled ? text(`notifications.${permission}`) : '');
    }
}
