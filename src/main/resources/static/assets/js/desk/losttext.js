// Shows what the agent had entered for a case that is no longer theirs, so that it can be read and copied.

import {text} from '../shared/texts.js';

/** `why` is notSaved (a Save came too late) or left (the case went while it was worked on). */
export function showLostText(why, words) {
    show(why, words, null);
}

/** It was cancelled, which is told also when nothing was entered. */
export function showCancelled(cancelled, words) {
    show('left', words, cancelled);
}

function show(why, words, cancelled) {
    const dialog = document.getElementById('not-saved');
    put('not-saved-title', text(`lost.${why}.title`));
    put('not-saved-text', words && text(`lost.${why}.text`));
    put('not-saved-what', words);
    document.getElementById('case-cancelled').hidden = cancelled === null;
    put('case-cancelled-caller', cancelled?.callerName);
    put('case-cancelled-number', cancelled?.phoneNumber);
    put('case-cancelled-reason', cancelled?.reason);
    document.getElementById('case-cancelled-why').hidden = !cancelled?.reason;
    if (!dialog.open) {
        dialog.showModal();
    }
}

function put(id, words) {
    const place = document.getElementById(id);
    place.textContent = words ?? '';
    place.hidden = !words;
}
