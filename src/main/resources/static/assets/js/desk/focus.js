// When a drawing takes away what had the focus (Stop stops, Call calls), the focus goes on to what comes next instead of
// to the top of the page. Where something else has taken it, or nothing was lost, it is left alone.

const NEXT = {
    call: 'endCall',
    endCall: 'status-ANSWERED',
    stop: 'receive',
    showCase: 'receive',
    moreTime: 'call',
    popOut: 'bring-back',
    'bring-back': 'case-title',
};

let last = '';

/** Starts to take note of what has the focus; once per window. */
export function watchFocus() {
    document.addEventListener('focusin', ({target}) => (last = target.id));
}

/** To be called after each drawing, and after anything else that hides or disables controls. */
export function keepFocus() {
    if (last === '' || document.activeElement !== document.body || document.querySelector('dialog[open]')) {
        return;
    }
    if (!canHaveFocus(document.getElementById(last))) {
        const next = document.getElementById(NEXT[last] ?? '');
        (canHaveFocus(next) ? next : document.getElementById('main')).focus();
    }
}

function canHaveFocus(element) {
    return element !== null && !element.disabled && element.checkVisibility() && !element.closest('[inert]');
}
