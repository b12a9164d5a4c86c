// Short notices at the bottom right. One vanishes only after it could be seen: its time runs while the window has the
// focus and neither pointer nor focus rests on it. The region is outside of what is morphed.

import {text} from './texts.js';

const TICK = 500;
const SECONDS = 8;
const shown = new Map();
let region;
let timer;
let unnamed = 0;

/**
 * Shows a notice: `{id, title, body, kind: 'info'|'success'|'warning'|'error', sticky, seconds, onClick}`. One with the
 * same id takes the place of the one before. A sticky one stays until dismissed. Returns `{dismiss()}`.
 */
export function toast({id = `toast-${++unnamed}`, title, body, kind = 'info', sticky, seconds = SECONDS, onClick}) {
    dismissToast(id);
    const element = build(id, title, body, kind, onClick);
    home().append(element);
    shown.set(id, {element, left: sticky ? Infinity : seconds * 1000});
    timer ??= setInterval(passTime, TICK);
    return {dismiss: () => dismissToast(id)};
}

/** Takes it away, if it is still there. */
export function dismissToast(id) {
    shown.get(id)?.element.remove();
    shown.delete(id);
    if (shown.size === 0) {
        clearInterval(timer);
        timer = undefined;
    }
}

function passTime() {
    if (document.hidden || !document.hasFocus()) {
        return;
    }
    for (const [id, entry] of shown) {
        if (!entry.element.matches(':hover, :focus-within')) {
            entry.left -= TICK;
        }
        if (entry.left <= 0) {
            dismissToast(id);
        }
    }
}

// Readers announce what is added to a region that was there before; so the region has the role, not each notice.
function home() {
    if (!region?.isConnected) {
        region = document.getElementById('toasts') ?? document.createElement('div');
        region.id = 'toasts';
        region.className = 'toasts';
        region.setAttribute('role', 'status');
        region.setAttribute('aria-atomic', 'false');
        document.body.append(region);
    }
    return region;
}

function build(id, title, body, kind, onClick) {
    const element = document.createElement('div');
    element.className = `toast toast-${kind}`;
    element.dataset.toast = id;
    const words = element.appendChild(document.createElement(onClick ? 'button' : 'div'));
    words.className = 'toast-text';
    words.append(part('strong', title), body ? part('span', body) : '');
    if (onClick) {
        words.type = 'button';
        words.addEventListener('click', () => {
            dismissToast(id);
            onClick();
        });
    }
    const dismiss = element.appendChild(part('button', '\u00d7'));
    dismiss.type = 'button';
    dismiss.className = 'toast-dismiss';
    dismiss.setAttribute('aria-label', text('toast.dismiss'));
    dismiss.addEventListener('click', () => dismissToast(id));
    return element;
}

function part(name, words) {
    const element = document.createElement(name);
    element.textContent = words;
    return element;
}
