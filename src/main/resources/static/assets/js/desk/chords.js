// Chords of keys as text: "Alt+R", "Ctrl+Enter", "?".
// A letter is what its key says where that is a letter from A to Z, else the place of the key: with Option a Mac makes
// other signs of it, and Cyrillic or Greek keyboards have none.

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn']);
const UNCLEAR = new Set(['Dead', 'Process', 'Unidentified']);
const TAKEN_BY_BROWSERS = /^(Ctrl|Meta)\+(Shift\+)?[NTW]$|^(Alt|Ctrl)\+F4$|^F(5|11|12)$|^Ctrl\+(Shift\+)?Tab$/;
const NEEDED_ELSEWHERE = /^(Shift\+)?(Enter|Tab|Space|Escape|Backspace|Delete|Home|End|Page\w+|Arrow\w+)$/;
const SIGNS = /[!-/:-@[-`{-~]/;
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** The chord of a keydown event; null for modifiers alone, for half a letter and for what AltGr types. */
export function chordOf(event) {
    // On a Mac, Firefox calls the Option key AltGraph.
    const composing = !APPLE && event.getModifierState('AltGraph');
    const half = UNCLEAR.has(event.key) && !(event.altKey && placeOf(event.code));
    if (composing || half || MODIFIERS.has(event.key)) {
        return null;
    }
    const key = keyOf(event);
    const sign = key.length === 1 && SIGNS.test(key);
    const modifiers = [
        event.ctrlKey && 'Ctrl',
        event.altKey && 'Alt',
        event.shiftKey && !sign && 'Shift', // Shift is how the sign is typed
        event.metaKey && 'Meta',
    ];
    return [...modifiers.filter(Boolean), key].join('+');
}

/** Whether pressing it in a field would type something there. With Option a Mac types @, | or [ on some keyboards. */
export function types(event) {
    return !event.ctrlKey && !event.metaKey && event.key.length === 1 && (!event.altKey || SIGNS.test(event.key));
}

/** Whether a shortcut must not have it, as browsers or pages need it. */
export function isReserved(chord) {
    return TAKEN_BY_BROWSERS.test(chord) || NEEDED_ELSEWHERE.test(chord);
}

/** As aria-keyshortcuts wants it. */
export function forReaders(chord) {
    return chord.replace('Ctrl', 'Control');
}

function keyOf(event) {
    if (/^[a-z0-9]$/i.test(event.key)) {
        return event.key.toUpperCase();
    }
    const asTyped = event.key === ' ' ? 'Space' : event.key;
    return !event.altKey && SIGNS.test(event.key) && event.key.length === 1 ? asTyped : (placeOf(event.code) ?? asTyped);
}

function placeOf(code) {
    return /^(?:Key|Digit)(.)$/.exec(code)?.[1];
}
