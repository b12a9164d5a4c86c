// Whoever signs out with a case in hand and something entered is asked first. What the page has not sent yet is sent before
// the session ends, so that it is kept with the case.

import {send} from '../shared/api.js';
import {isEntered, sent} from './drafts.js';
import {outcomeForm} from './outcome.js';

const PATIENCE = 5_000;
let agreed = false;

/**
 * Listens before everybody else, who would forget what is entered. `bringBack()` closes the window of the case, if there is
 * one, and resolves when that has handed over what it had.
 */
export function askBeforeSigningOut(bringBack) {
    addEventListener('submit', (event) => {
        if (agreed || !event.target.matches('[action$="/logout"]')) {
            return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        ask(event.target, bringBack);
    }, {capture: true});
}

async function ask(form, bringBack) {
    await bringBack();
    await Promise.race([settled(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const desk = await send('GET', '/api/v1/desk').catch(() => null);
    if (!desk?.case || !isEntered(desk.case.draft) || (await confirmed())) {
        agreed = true;
        form.requestSubmit();
    }
}

async function settled() {
    await outcomeForm()?.settle();
    await sent();
}

function confirmed() {
    const dialog = document.getElementById('signing-out');
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
        dialog.addEventListener('close', () => resolve(dialog.returnValue === 'leave'), {once: true});
    });
}
