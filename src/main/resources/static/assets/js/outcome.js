// The form of the outcome: call status, time of the next offer, note, classification. One is shown at a time; it stays
// as it is while its case is in hand, however often the desk around it is drawn anew.

import {serverNow} from './clock.js';
import {keepDraft, keptDraft} from './drafts.js';
import {showForm} from './form.js';
import {text} from './texts.js';
import {formatDateTime, fromLocalInput, toLocalInput} from './times.js';

const MINUTE = 60_000;
const FRESH = 10_000;
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
        return;
    }
    shown?.end();
    shown = form ? wire(form, onSubmit) : null;
}

function wire(form, onSubmit) {
    const allocationId = form.dataset.allocation;
    const kept = keptDraft(allocationId);
    const field = (id) => document.getElementById(id);
    const state = {touched: false, retryAt: null, classification: null, answered: null};

    const chosen = () => form.querySelector('input[name=callStatus]:checked');
    const values = () => ({
        allocationId,
        callStatus: chosen()?.value ?? null,
        note: field('note').value.replace(UNPRINTABLE, ' ').trimEnd() || null,
        retryAt: state.touched ? fromLocalInput(field('retryAt').value) : null,
        formData: state.answered,
    });
    const changed = () => keepDraft(values());
    // In words, for when the form is gone.
    const words = () => {
        const {note, retryAt, formData} = values();
        const answers = Object.entries(formData ?? {}).filter(([, value]) => value !== null && value !== '' && value !== false);
        return [
            chosen()?.nextElementSibling.textContent,
            retryAt && formatDateTime(retryAt),
            ...answers.map(([key, value]) => `${state.classification?.label(key) ?? key}: ${value === true ? '\u2713' : value}`),
            note,
        ].filter(Boolean).join('\n');
    };

    // The default follows the clock and the status until the agent has chosen a time.
    const drawRetry = () => {
        const status = chosen();
        const open = status !== null && status.dataset.resolves === 'false';
        field('retry').hidden = !open;
        if (!open) {
            return;
        }
        const delay = status.dataset.delay;
        const latest = Date.parse(form.dataset.expires) - MINUTE;
        field('retryAt').min = toLocalInput(serverNow() + MINUTE);
        field('retryAt').max = toLocalInput(latest);
        field('retryAt-default').hidden = !state.touched;
        if (delay === undefined) {
            field('retryAt-hint').textContent = text('case.retry.givesUp');
        }
        if (delay !== undefined) {
            const usual = Math.min(serverNow() + Number(delay) * 1000, latest);
            field('retryAt-hint').textContent = text('case.retry.default', formatDateTime(usual));
            setUntouched(toLocalInput(usual));
        } else {
            setUntouched('');
        }
    };
    const setUntouched = (value) => {
        if (!state.touched && field('retryAt').value !== value) {
            field('retryAt').value = value;
        }
    };

    const restore = () => {
        const retryAt = kept ? kept.retryAt : form.dataset.retryAt;
        if (kept) {
            field('note').value = kept.note ?? '';
            const status = kept.callStatus && field(`status-${kept.callStatus}`);
            if (status) {
                status.checked = true;
            }
        }
        if (retryAt) {
            state.touched = true;
            field('retryAt').value = toLocalInput(retryAt);
        }
        state.answered = kept?.formData ?? JSON.parse(form.dataset.formData ?? 'null');
        if (kept) {
            changed();
        }
    };
    const classify = async () => {
        const key = form.dataset.formKey;
        if (!key) {
            return;
        }
        try {
            state.classification = await showForm(field('form'), `/api/v1/forms/${key}`, state.answered ?? {}, (data) => {
                state.answered = data;
                clearError('formData');
                changed();
            });
        } catch (failure) {
            showError('formData', text('case.form.failed', failure.message));
        }
    };

    const showError = (name, message) => {
        const place = field(`${name}-error`);
        if (place) {
            place.textContent = message;
            place.hidden = false;
            controlOf(name)?.setAttribute('aria-invalid', 'true');
        }
        return place !== null;
    };
    const clearError = (name) => {
        const place = field(`${name}-error`);
        if (place) {
            place.hidden = true;
            controlOf(name)?.removeAttribute('aria-invalid');
        }
    };
    const controlOf = (name) => (name === 'callStatus' ? form.querySelector('.statuses') : field(name));
    const focusFirst = (name) => {
        const inForm = (selector) => field('form').querySelector(selector);
        const places = {
            callStatus: () => field('status-ANSWERED'),
            formData: () => inForm('[aria-invalid="true"]') ?? inForm('input, select, textarea, [tabindex]'),
        };
        (places[name] ?? (() => field(name)))()?.focus();
    };

    const problems = () => {
        const found = new Map();
        const status = chosen();
        if (!status) {
            found.set('callStatus', text('case.chooseStatus'));
        } else if (status.dataset.resolves === 'false' && state.touched) {
            const at = Date.parse(fromLocalInput(field('retryAt').value));
            if (Number.isNaN(at)) {
                found.set('retryAt', text('case.retry.incomplete'));
            } else if (at <= serverNow()) {
                found.set('retryAt', text('case.retry.past'));
            } else if (at >= Date.parse(form.dataset.expires)) {
                found.set('retryAt', text('case.retry.expired', formatDateTime(form.dataset.expires)));
            }
        }
        if (status?.dataset.resolves === 'true' && state.answered && Object.keys(state.classification?.validate() ?? {}).length > 0) {
            found.set('formData', text('case.form.answer'));
        }
        return found;
    };
    // The server names an answer by its key, people know its label.
    const explained = (name, message) => {
        const key = name.split('.').slice(1).join('.');
        const reason = document.documentElement.lang === 'en' ? message : text('case.form.answer');
        return key ? `${state.classification?.label(key) ?? key}: ${reason}` : reason;
    };
    const show = (found) => {
        ['callStatus', 'retryAt', 'note', 'formData'].forEach(clearError);
        field('save-error').hidden = true;
        found.forEach((message, name) => {
            const place = name.startsWith('formData') ? 'formData' : name;
            if (!showError(place, place === 'formData' ? explained(name, message) : message)) {
                field('save-error').textContent = message;
                field('save-error').hidden = false;
            }
        });
        const first = found.keys().next().value;
        if (first) {
            focusFirst(first.startsWith('formData') ? 'formData' : first);
        }
    };

    form.addEventListener('change', (event) => {
        if (event.target.name === 'callStatus') {
            clearError('callStatus');
            drawRetry();
            changed();
        }
    });
    form.addEventListener('input', (event) => {
        if (event.target.id === 'retryAt') {
            state.touched = true;
            field('retryAt-default').hidden = false;
            clearError('retryAt');
            changed();
        } else if (event.target.id === 'note') {
            clearError('note');
            changed();
        }
    });
    field('retryAt-default').addEventListener('click', () => {
        state.touched = false;
        clearError('retryAt');
        drawRetry();
        changed();
        field('retryAt').focus();
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        const found = problems();
        show(found);
        if (found.size === 0) {
            const {submission} = state.classification ?? {};
            onSubmit({...values(), formData: state.answered && submission ? submission() : state.answered}, words());
        }
    });

    restore();
    drawRetry();
    const fresh = setInterval(drawRetry, FRESH);
    const ready = classify();

    return {
        form,
        allocationId,
        ready,
        values,
        words,
        /** Messages by field, as the server has given them, or for the whole. */
        show,
        busy(waiting) {
            form.closest('.case-main').inert = waiting !== null;
            for (const control of form.elements) {
                control.disabled = waiting !== null;
            }
            field('pending').hidden = waiting !== 'waiting';
        },
        draftState(words) {
            field('draft-state').textContent = words;
        },
        end() {
            clearInterval(fresh);
            state.classification?.destroy();
        },
    };
}
