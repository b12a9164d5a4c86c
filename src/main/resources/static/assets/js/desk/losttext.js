// Shows what the agent had entered for a case that is no longer theirs, so that it can be read and copied.

import {text} from '../shared/texts.js';

/** `why` is notSaved (a Save came too late) or left (the case went while it was worked on). */
export function showLostText(why, words) {
    const dialog = document.getElementById('not-saved');
    document.getElementById('not-saved-title').textContent = text(`lost.${why}.title`);
    document.getElementById('not-saved-text').textContent = text(`lost.${why}.text`);
    document.getElementById('not-saved-what').textContent = words;
    if (!dialog.open) {
        dialog.showModal();
    }
}
