// The form of the outcome: call status, time of the next offer, note, classification. One is shown at a time; it stays
// as it is while its case is in hand, however often the desk around it is drawn anew.

import {isEntered, keepDraft, keptDraft} from './drafts.js';
import {clearError, showError, showErrors} from './fielderrors.js';
import {showForm} from '../shared/form.js';
import {NextOffer} from './nextoffer.js';
import {callFirst, isMeant} from './withoutcall.js';
import {text} from '../shared/texts.js';
import {formatDateTime} from '../shared/times.js';

const FRESH = 10_000;
const FORM_WAITED_FOR = 5_000;
// What comes along when text is pasted from other programs; the server refuses it.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

let shown = null;

/** The form in hand; null without a case here. */
export function outcomeForm() {
    return shown?.form.isConnected ? shown : null;
}

/** Brings the form on the page to life, if there is one that is not yet. */
export function wireOutcome(onSubmit) {
    const form = document.getElementById('outcome');
    if (shown && shown.form === form) {
        shown.refresh();
        return;
    }
    shown?.end();
    shown = form ? new OutcomeForm(form, onSubmit) : null;
}

class OutcomeForm {
    #onSubmit;
    #next;
    #note = document.getElementById('note');
    #classification = null;
    #answers;
    #submitting = false;
    #chosen = false;
    #proposed = null;
    #clock;

    constructor(form, onSubmit) {
        this.form = form;
        this.allocationId = form.dataset.allocation;
        this.#onSubmit = onSubmit;
        this.#next = new NextOffer(form.dataset, () => this.#changed('retryAt'));
        this.#listen();
        this.#restore(keptDraft(this.allocationId));
        this.#chosen = this.#status !== null;
        this.#next.draw(this.#status);
        this.#clock = setInterval(() => this.#next.draw(this.#status), FRESH);
        /** Settled when the classification is there, too. */
        this.ready = this.#classify();
    }

    /** The outcome as it is entered, as the API takes it. */
    values() {
        return {
            allocationId: this.allocationId,
            callStatus: this.#status?.value ?? null,
            note: this.#note.value.replace(UNPRINTABLE, ' ').trimEnd() || null,
            retryAt: this.#next.chosen,
            insist: this.#next.insists || null,
            formData: this.#answers,
        };
    }

    /** Takes what is being typed into the draft. */
    async settle() {
        await this.#classification?.flush();
        if (isEntered(this.values())) {
            keepDraft(this.values());
        }
    }

    /** The same in words, for when the form is gone. */
    words() {
        const {note, retryAt, formData} = this.values();
        const answers = Object.entries(formData ?? {}).filter(([, value]) => value !== null && value !== '' && value !== false);
        return [
            this.#status?.nextElementSibling.textContent,
            retryAt && formatDateTime(retryAt),
            ...answers.map(([key, value]) => `${this.#label(key)}: ${value === true ? '\u2713' : value}`),
            note,
        ].filter(Boolean).join('\n');
    }

    /** Messages by field, as the server has given them, or for the whole. */
    show(found) {
        showErrors(new Map([...found].map(([name, message]) =>
            (name.startsWith('formData') ? ['formData', this.#explained(name, message)] : [name, message]))));
    }

    /** The server has refused the time of the next offer. */
    refusedTime(refusal) {
        this.#next.refused(refusal);
    }

    /** @param waiting `saving`, `waiting` for a connection, or null when the agent may go on */
    busy(waiting) {
        this.form.closest('.case-main').inert = waiting !== null;
        for (const control of this.form.elements) {
            control.disabled = waiting !== null;
        }
        document.getElementById('pending').hidden = waiting !== 'waiting';
    }

    /** What Save will do may be another thing now. */
    refresh() {
        this.#next.draw(this.#status);
    }

    /**
     * What the telephone system's word of the end of the call stands for, null for nothing: chosen as long as the agent has
     * not chosen. It is no draft of the agent's before anything else is entered.
     */
    propose(callStatus) {
        if (this.#chosen || callStatus === this.#proposed) {
            return;
        }
        this.#proposed = callStatus;
        const shown = this.#status;
        const proposal = document.getElementById(`status-${callStatus}`);
        if (shown) {
            shown.checked = false;
        }
        if (proposal) {
            proposal.checked = true;
            clearError('callStatus');
        }
        document.getElementById('callStatus-proposed').hidden = !proposal;
        this.#statusChanged();
    }

    draftState(words) {
        document.getElementById('draft-state').textContent = words;
    }

    end() {
        clearInterval(this.#clock);
        this.#classification?.destroy();
    }

    get #status() {
        return this.form.querySelector('input[name=callStatus]:checked');
    }

    get #resolves() {
        return this.#status?.dataset.resolves === 'true';
    }

    #statusChanged() {
        this.#next.draw(this.#status);
        this.#classification?.demand(this.#resolves);
    }

    #listen() {
        const edited = {
            callStatus: () => {
                this.#chosen = true;
                document.getElementById('callStatus-proposed').hidden = true;
                this.#statusChanged();
            },
            retryAt: () => this.#next.edited(),
            note: () => {},
        };
        this.form.addEventListener('input', ({target}) => {
            if (edited[target.name]) {
                edited[target.name]();
                this.#changed(target.name);
            }
        });
        document.getElementById('retryAt-default').addEventListener('click', () => {
            this.#next.useDefault();
            this.#next.draw(this.#status);
            this.#changed('retryAt');
            this.#next.focus();
        });
        this.form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit();
        });
    }

    #changed(name) {
        clearError(name);
        keepDraft(this.values());
    }

    #restore(kept) {
        const retryAt = kept ? kept.retryAt : this.form.dataset.retryAt;
        if (retryAt) {
            this.#next.choose(retryAt, kept ? kept.insist === true : this.form.dataset.insist === 'true');
        }
        this.#answers = kept?.formData ?? JSON.parse(this.form.dataset.formData ?? 'null');
        if (kept) {
            this.#note.value = kept.note ?? '';
            const status = document.getElementById(`status-${kept.callStatus}`);
            if (status) {
                status.checked = true;
            }
            keepDraft(this.values());
        }
    }

    async #classify() {
        const key = this.form.dataset.formKey;
        if (!key) {
            return;
        }
        const place = document.getElementById('form');
        try {
            this.#classification = await showForm(place, `/api/v1/forms/${key}?language=${document.documentElement.lang}`, this.#answers ?? {}, (answers) => {
                this.#answers = answers;
                this.#changed('formData');
            });
            this.#classification.demand(this.#resolves);
        } catch (failure) {
            showError('formData', text('case.form.failed', failure.message));
        }
    }

    async #submit() {
        if (this.#submitting) {
            return;
        }
        this.#submitting = true;
        if (this.#resolves) {
            await Promise.race([this.ready, later(FORM_WAITED_FOR)]); // what it demands must be known
        }
        await this.#classification?.flush();
        this.#submitting = false;
        const found = this.#problems();
        showErrors(found);
        if (found.size === 0 && await isMeant(this.allocationId) && this.form.isConnected) {
            const answers = this.#answers && this.#classification ? this.#classification.submission() : this.#answers;
            const retryAt = this.#next.isAsked(this.#status) ? this.#next.chosen : null;
            this.#onSubmit({...this.values(), retryAt, insist: (retryAt && this.#next.insists) || null, formData: answers}, this.words());
        }
    }

    #problems() {
        const found = new Map();
        const status = this.#status;
        const tooSoonOrLate = status && !this.#resolves ? this.#next.problem() : null;
        const withoutCall = status ? callFirst() : null;
        if (!status) {
            found.set('callStatus', text('case.chooseStatus'));
        }
        if (withoutCall) {
            found.set('callStatus', withoutCall);
        }
        if (tooSoonOrLate) {
            found.set('retryAt', tooSoonOrLate);
        }
        if (status && Object.keys(this.#classification?.validate() ?? {}).length > 0) {
            found.set('formData', text('case.form.answer'));
        }
        return found;
    }

    // The server names an answer by its key, people know its label.
    #explained(name, message) {
        const key = name.split('.').slice(1).join('.');
        const reason = document.documentElement.lang === 'en' ? message : text('case.form.answer');
        return key ? `${this.#label(key)}: ${reason}` : reason;
    }

    #label(key) {
        return this.#classification?.label(key) ?? key;
    }
}

function later(milliseconds) {
    return new Promise((done) => setTimeout(done, milliseconds));
}
