// What each agent likes, kept in this browser: it depends on the workplace (loudspeakers, keyboard), and several agents
// share one. Storage may be forbidden, full or spoilt; then the usual values hold for as long as the page is open.

const USUAL = Object.freeze({sound: 'chime', volume: 0.6, notifications: false, dial: true, shortcuts: Object.freeze({})});

const listeners = new Set();
let key;
let current = USUAL;

/** Reads the preferences of this agent; once, before the others are used. */
export function openPreferences(agentId) {
    key = `ringback.preferences.${agentId}`;
    current = read();
    addEventListener('storage', (event) => {
        if (event.key === key || event.key === null) {
            change(read());
        }
    });
    return current;
}

/** `{sound, volume, notifications, dial, shortcuts}`; sound is null for none, shortcuts holds the changed ones by action. */
export function preferences() {
    return current;
}

/** Changes some of them, for good and in all windows. */
export function prefer(changes) {
    const wanted = valid({...current, ...changes});
    try {
        localStorage.setItem(key, JSON.stringify(wanted));
    } catch {
        // Kept for as long as the page is open.
    }
    change(wanted);
}

/** Calls back with the preferences after each change, also one made in another window. */
export function onPreferences(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

function change(wanted) {
    current = wanted;
    listeners.forEach((listener) => listener(current));
}

function read() {
    try {
        return valid(JSON.parse(localStorage.getItem(key)) ?? {});
    } catch {
        return USUAL;
    }
}

// Takes of anything only what can be meant.
function valid(raw) {
    const volume = Number(raw.volume ?? USUAL.volume);
    const shortcuts = Object.entries(isObject(raw.shortcuts) ? raw.shortcuts : {});
    return Object.freeze({
        sound: raw.sound === null || typeof raw.sound === 'string' ? raw.sound : USUAL.sound,
        volume: Number.isFinite(volume) ? Math.min(1, Math.max(0, volume)) : USUAL.volume,
        notifications: raw.notifications === true,
        dial: raw.dial !== false,
        shortcuts: Object.freeze(Object.fromEntries(shortcuts.filter(([, chord]) => typeof chord === 'string'))),
    });
}

function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
