// Save: the form waits while the outcome is on its way, and says what became of it.

import {failed} from './acting.js';
import {forgetDraft, keepDraft} from './drafts.js';
import {answered, awaitAnswer, draw, redraw} from './drawing.js';
import {keepFocus} from './focus.js';
import {showLostText} from './losttext.js';
import {toast} from './notify.js';
import {isWaiting, openOutbox, save} from './outbox.js';
import {outcomeForm, wireOutcome} from './outcome.js';
import {text} from '../shared/texts.js';

/** Sends what a page before this one has left. `onSaved(allocation)` hears of each case that is saved. */
export function startSaving(agentId, onSaved) {
    openOutbox(agentId, {
        onSaved({outcome}, html, shown) {
            onSaved(outcome.allocationId);
            toast({id: 'saved', title: text('case.saved'), kind: 'success'});
            draw(html, shown);
        },
        onRefused: refused,
        onWaiting({outcome}) {
            showWaiting(outcome.allocationId);
            answered();
        },
    });
}

/** Brings the form on the page to life, if there is one. */
export function wireSaving() {
    wireOutcome(submit);
    const form = outcomeForm();
    form?.propose(document.getElementById('case').dataset.proposed ?? null);
    if (form && isWaiting(form.allocationId)) {
        showWaiting(form.allocationId);
    }
}

function submit(outcome, words) {
    outcomeForm().busy('saving');
    outcomeForm().draftState(text('save.working'));
    forgetDraft(outcome.allocationId);
    performance.mark('save-sent');
    awaitAnswer();
    save(outcome, words);
}

function formOf(allocationId) {
    const form = outcomeForm();
    return form?.allocationId === allocationId ? form : null;
}

function showWaiting(allocationId) {
    formOf(allocationId)?.busy('waiting');
    formOf(allocationId)?.draftState('');
}

function refused({outcome, words}, refusal) {
    answered();
    const form = formOf(outcome.allocationId);
    form?.busy(null);
    form?.draftState('');
    if (refusal.status === 409) {
        showLostText('notSaved', words);
        redraw();
        return;
    }
    keepDraft(outcome);
    if (form) {
        if (refusal.nearest.length > 0 || refusal.mayInsist) {
            form.refusedTime({verdict: refusal.faults[0].code, nearest: refusal.nearest, mayInsist: refusal.mayInsist});
        }
        form.show(refusal.errors.size ? refusal.errors : new Map([['', refusal.message]]));
        keepFocus();
    } else {
        failed(refusal);
    }
}
