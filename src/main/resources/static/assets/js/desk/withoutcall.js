// An outcome saved although nobody has called: whether that is meant is asked once for a case, where the list wants it.

import {text} from '../shared/texts.js';

let meant = null;

/** Why it cannot be; null when it can, or is asked about. */
export function callFirst() {
    return setting() === 'FORBID' ? text('case.callFirst') : null;
}

/** Whether the agent means it; asked only without a call, and once for an allocation. */
export async function isMeant(allocationId) {
    if (setting() !== 'ASK' || meant === allocationId) {
        return true;
    }
    const dialog = document.getElementById('without-call');
    dialog.returnValue = '';
    dialog.showModal();
    await new Promise((resolve) => dialog.addEventListener('close', resolve, {once: true}));
    if (dialog.returnValue === 'save') {
        meant = allocationId;
        return true;
    }
    return false;
}

/** Null once somebody has called. */
function setting() {
    const window = document.getElementById('case');
    return window?.dataset.phase === 'BEFORE_CALL' ? window.dataset.saveWithoutCall : null;
}
