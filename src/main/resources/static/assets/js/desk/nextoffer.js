// The time of the next offer: a default that follows the clock and the call status until the agent chooses another.

import {serverNow} from '../shared/clock.js';
import {PromisedTime} from '../shared/promised.js';
import {text} from '../shared/texts.js';
import {formatDateTime, fromLocalInput, toLocalInput} from '../shared/times.js';

const MINUTE = 60_000;
const CHOOSES = ['OFFERED_AGAIN', 'LEFT_TO_EXPIRE'];
const TOLD = ['LEFT_TO_EXPIRE', 'EXPIRED', 'GIVEN_UP', 'CANCELLED'];

// What Save does with this status, and how many seconds later it is offered again. It is told outside of the form, which stays
// as it is while the desk is drawn anew; without a status, only what holds for all of them.
function told(status) {
    const all = (document.getElementById('case')?.dataset.after ?? '').split(',').map((one) => one.split(':'));
    if (status) {
        return all.find(([name]) => name === status.value)?.slice(1) ?? [];
    }
    return all.every(([, then]) => then === 'CANCELLED') ? ['CANCELLED'] : [];
}

export class NextOffer {
    #expires;
    #promised;
    #shortest;
    #after = document.getElementById('after-save');
    #chosen = false;
    #instant = null;
    #row = document.getElementById('retry');
    #input = document.getElementById('retryAt');
    #default = document.getElementById('retryAt-default');
    #hint = document.getElementById('retryAt-hint');

    /**
     * @param form its allocation, when the case expires, and the least time until it is offered again, in seconds
     * @param changed hears that another time was chosen, or is insisted on
     */
    constructor({allocation, expires, shortest}, changed) {
        this.#expires = expires;
        this.#shortest = Math.max(1, Number(shortest)) * 1000;
        this.#promised = new PromisedTime(
            (at) => `/api/v1/desk/case/retry-time?allocationId=${allocation}&at=${encodeURIComponent(at)}`,
            (at) => {
                this.choose(at);
                changed();
                this.focus();
            },
            changed,
        );
    }

    /** Whether the chosen time is to be kept although the list is closed then. */
    get insists() {
        return this.#chosen && this.#promised.insists;
    }

    /** The time that the agent has chosen; null for the default. */
    get chosen() {
        if (!this.#chosen) {
            return null;
        }
        // A time that comes twice in autumn stays the one that it was.
        return this.#instant && toLocalInput(this.#instant) === this.#input.value ? this.#instant : fromLocalInput(this.#input.value);
    }

    choose(instant, insist = false) {
        this.#input.value = toLocalInput(instant);
        this.#instant = instant;
        this.edited(insist);
    }

    /** What is in the field now is the agent's. */
    edited(insist = false) {
        this.#chosen = true;
        this.#default.hidden = false;
        this.#promised.judge(this.chosen, insist);
    }

    /** The server has refused the chosen time. */
    refused(refusal) {
        this.#promised.refused(refusal);
    }

    useDefault() {
        this.#chosen = false;
        this.#instant = null;
        this.#promised.judge(null);
    }

    focus() {
        this.#input.focus();
    }

    /** @param status the chosen call status; null before */
    draw(status) {
        this.#expires = document.getElementById('case')?.dataset.expires ?? this.#expires;
        const then = this.#then(status);
        this.#say(then, status);
        this.#row.hidden = status === null || !CHOOSES.includes(then);
        if (this.#row.hidden) {
            return;
        }
        const expires = Date.parse(this.#expires);
        this.#input.min = toLocalInput(serverNow() + MINUTE);
        this.#input.max = toLocalInput(expires - MINUTE);
        this.#default.hidden = !this.#chosen;
        const usual = then === 'LEFT_TO_EXPIRE' ? null : serverNow() + Number(told(status)[1]) * 1000;
        const isBefore = usual !== null && usual < expires - MINUTE;
        this.#hint.textContent = usual === null ? '' : isBefore
            ? text('case.retry.default', formatDateTime(usual))
            : text('case.retry.beforeExpiry', formatDateTime(this.#expires));
        this.#show(isBefore ? toLocalInput(usual) : '');
    }

    // What the server has said, and what the clock has made of it since.
    #then(status) {
        const left = Date.parse(this.#expires) - serverNow();
        const said = told(status)[0] ?? null;
        if (said === 'CANCELLED' || said === 'GIVEN_UP' || left > this.#shortest) {
            return said;
        }
        return left <= 0 ? 'EXPIRED' : said === 'OFFERED_AGAIN' ? 'LEFT_TO_EXPIRE' : said;
    }

    // The reader of a screen hears it once, not at every stroke of the clock.
    #say(then, status) {
        const resolves = status?.dataset.resolves === 'true';
        const how = status === null ? '.open' : resolves ? '.resolves' : '';
        const words = TOLD.includes(then) && !(then === 'GIVEN_UP' && resolves)
            ? text(then === 'EXPIRED' ? `case.after.EXPIRED${how}` : `case.after.${then}`, formatDateTime(this.#expires)) : '';
        if (this.#after.textContent !== words) {
            this.#after.textContent = words;
        }
        this.#after.hidden = words === '';
    }

    /** Whether a time can be chosen at all: not for a case that is closed by Save. */
    isAsked(status) {
        return status !== null && CHOOSES.includes(this.#then(status));
    }

    /** Why the chosen time cannot be; null when it can. */
    problem() {
        if (this.#row.hidden) {
            return null;
        }
        const at = this.#chosen ? Date.parse(this.chosen) : Infinity;
        if (Number.isNaN(at)) {
            return text('case.retry.incomplete');
        }
        if (at <= serverNow()) {
            return text('case.retry.past');
        }
        return this.#chosen && at >= Date.parse(this.#expires)
            ? text('case.retry.expired', formatDateTime(this.#expires))
            : this.#chosen ? this.#promised.problem : null;
    }

    #show(usual) {
        if (!this.#chosen && this.#input.value !== usual) {
            this.#input.value = usual;
        }
    }
}
