// Every action has a shortcut. What there is comes from the rows <tr data-action data-default> of the help dialog, what
// the agent changed from the preferences; a chord clicks the control with that data-action, or focuses it where it has
// data-shortcut="focus". So shortcuts never can do more than the mouse.

import {chordOf, forReaders, isReserved, types} from './chords.js';
import {onPreferences, prefer, preferences} from './preferences.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';

const hints = new WeakMap();
let paused = false;

/** Listens for chords; once per window, after openPreferences(). */
export function startShortcuts() {
    document.addEventListener('keydown', pressed, true); // before fields that make something else of a key
    onPreferences(() => refresh());
    refresh();
}

/** While a new chord is being chosen, none is obeyed. */
export function pauseShortcuts(on) {
    paused = on;
}

/** The actions: `{action, label, defaults, chords}`. */
export function definitions() {
    return [...document.querySelectorAll('#shortcuts tr[data-action]')].map((row) => {
        const action = row.dataset.action;
        const defaults = (row.dataset.default ?? '').split(' ').filter(Boolean);
        const changed = preferences().shortcuts[action];
        const label = row.querySelector('th').textContent.trim();
        return {action, label, defaults, chords: changed ? [changed] : defaults};
    });
}

/** Gives an action another chord. Returns null, or why not, for people. */
export function assign(action, chord) {
    if (isReserved(chord)) {
        return text('shortcuts.reserved', chord);
    }
    const other = definitions().find((each) => each.action !== action && each.chords.includes(chord));
    if (other) {
        return text('shortcuts.conflict', chord, other.label);
    }
    prefer({shortcuts: {...preferences().shortcuts, [action]: chord}});
    return null;
}

/** Takes the usual chord again. Returns null, or why not: another action may have it by now. */
export function reset(action) {
    const {defaults} = definitions().find((each) => each.action === action);
    const has = (each) => each.action !== action && each.chords.some((chord) => defaults.includes(chord));
    const other = definitions().find(has);
    if (other) {
        return text('shortcuts.usualTaken', defaults.join(', '), other.label);
    }
    const {[action]: _, ...rest} = preferences().shortcuts;
    prefer({shortcuts: rest});
    return null;
}

/** Takes all usual chords again. */
export function resetAll() {
    prefer({shortcuts: {}});
}

/** Tells readers and titles of the controls below `root` their shortcuts; to be called after morphs. */
export function refresh(root = document) {
    const chords = new Map(definitions().map((each) => [each.action, each.chords]));
    for (const control of controlsIn(root)) {
        hint(control, chords.get(control.dataset.action) ?? []);
    }
}

function hint(control, chords) {
    const known = hints.get(control);
    const title = known && control.title === known.shown ? known.title : control.title;
    const words = chords.length ? text('shortcuts.hint', chords[0]) : '';
    const shown = [title, words].filter(Boolean).join(' \u2013 ');
    hints.set(control, {title, shown});
    set(control, 'title', shown);
    set(control, 'aria-keyshortcuts', chords.map(forReaders).join(' '));
}

function set(control, name, value) {
    if (value) {
        control.setAttribute(name, value);
    } else {
        control.removeAttribute(name);
    }
}

function pressed(event) {
    const chord = paused || event.isComposing ? null : chordOf(event);
    if (!chord || (types(event) && isField(event.target))) {
        return;
    }
    const wanted = definitions().find((each) => each.chords.includes(chord));
    if (wanted) {
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat) {
            obey(wanted);
        }
    }
}

function obey({action, label}) {
    const controls = controlsIn(document).filter((control) => control.dataset.action === action && isVisible(control));
    const control = controls.find(isEnabled);
    if (!control) {
        const why = controls.find((each) => each.dataset.why)?.dataset.why;
        const words = controls.length ? text('shortcuts.disabled', label) : text('shortcuts.absent', label);
        toast({id: 'shortcut', title: words, body: why, seconds: 5});
    } else if (control.dataset.shortcut === 'focus') {
        control.focus();
    } else if (control instanceof HTMLMediaElement) {
        control.paused ? control.play().catch(() => {}) : control.pause();
    } else {
        if (control.popoverTargetElement) {
            control.focus(); // from there on to what opens, and back
        }
        control.click();
    }
}

function controlsIn(root) {
    return [...root.querySelectorAll('[data-action]:not(tr)')];
}

// What a modal dialog covers can be clicked by script, but the agent cannot reach it.
function isVisible(control) {
    const modal = document.querySelector('dialog:modal');
    return control.getClientRects().length > 0 && !control.closest('[inert]') && (!modal || modal.contains(control));
}

function isEnabled(control) {
    return !control.matches(':disabled') && control.getAttribute('aria-disabled') !== 'true';
}

function isField(element) {
    const silent = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color', 'image'];
    return element.isContentEditable || element.matches('textarea, select, input') && !silent.includes(element.type);
}
