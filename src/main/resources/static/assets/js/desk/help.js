// The help dialog: shows the shortcuts and lets the agent choose others.

import {chordOf} from './chords.js';
import {wireDialog} from './dialogs.js';
import {onPreferences} from './preferences.js';
import {assign, definitions, pauseShortcuts, reset, resetAll} from './shortcuts.js';
import {text} from '../shared/texts.js';

let choosing; // the row whose next chord is awaited

/** Wires the dialog; once per window, after openPreferences(). */
export function wire() {
    const dialog = wireDialog('help', show);
    if (!dialog) {
        return;
    }
    const status = dialog.querySelector('[data-status="shortcuts"]');
    const say = (words) => (status.textContent = words ?? '');

    dialog.addEventListener('click', ({target}) => {
        const row = target.closest('tr[data-action]');
        if (target.closest('[data-change]')) {
            begin(row);
            say(text('shortcuts.press', labelOf(row)));
        } else if (target.closest('[data-reset]')) {
            end();
            say(reset(row.dataset.action) ?? text('shortcuts.usual', labelOf(row)));
        } else if (target.closest('[data-reset-all]')) {
            end();
            resetAll();
            say(text('shortcuts.allUsual'));
        }
    });
    dialog.addEventListener('keydown', (event) => choosing && choose(event, say), {capture: true});
    // Leaving the button gives up, so that nobody is caught in there.
    dialog.addEventListener('focusout', end);
    dialog.addEventListener('cancel', (event) => choosing && event.preventDefault());
    dialog.addEventListener('close', () => (end(), say('')));
    onPreferences(show);
    show();
}

function begin(row) {
    end();
    choosing = row;
    row.classList.add('choosing');
    row.querySelector('[data-change]').focus();
    pauseShortcuts(true);
}

function end() {
    choosing?.classList.remove('choosing');
    choosing = undefined;
    pauseShortcuts(false);
}

function choose(event, say) {
    const chord = chordOf(event);
    if (event.key === 'Tab') {
        end();
        say(text('shortcuts.kept'));
        return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
        end();
        say(text('shortcuts.kept'));
    } else if (chord && !event.repeat) {
        const row = choosing;
        const refusal = assign(row.dataset.action, chord);
        say(refusal ?? text('shortcuts.changed', labelOf(row), chord));
        if (!refusal) {
            end();
        }
    }
}

function show() {
    const all = new Map(definitions().map((each) => [each.action, each]));
    document.querySelectorAll('#shortcuts tr[data-action]').forEach((row) => {
        const {chords, defaults} = all.get(row.dataset.action);
        row.querySelector('[data-keys]').replaceChildren(...keys(chords));
        row.querySelector('[data-reset]').hidden = chords.join() === defaults.join();
    });
}

// "Ctrl+Enter" as <kbd>Ctrl</kbd>+<kbd>Enter</kbd>.
function keys(chords) {
    return chords.flatMap((chord, index) => [
        ...(index ? [` ${text('shortcuts.or')} `] : []),
        ...chord.split('+').flatMap((key, place) => [...(place ? ['+'] : []), kbd(key)]),
    ]);
}

function kbd(key) {
    const element = document.createElement('kbd');
    element.textContent = key;
    return element;
}

function labelOf(row) {
    return row.querySelector('th').textContent.trim();
}
