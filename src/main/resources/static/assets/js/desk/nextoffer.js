// The time of the next offer: a default that follows the clock and the call status until the agent chooses another.

import {serverNow} from '../shared/clock.js';
import {PromisedTime} from '../shared/promised.js';
import {text} from '../shared/texts.js';
import {formatDateTime, fromLocalInput, toLocalInput} from '../shared/times.js';

const MINUTE = 60_000;

export class NextOffer {
    #expires;
    #promised;
    #chosen = false;
    #instant = null;
    #row = document.getElementById('retry');
    #input = document.getElementById('retryAt');
    #default = document.getElementById('retryAt-default');
    #hint = document.getElementById('retryAt-hint');

    /**
     * @param expires when the case does, as the server says it
     * @param changed hears that another time was chosen, or is insisted on
     */
    constructor({allocation, expires}, changed) {
        this.#expires = expires;
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
        this.#row.hidden = status === null || status.dataset.resolves === 'true';
        if (this.#row.hidden) {
            return;
        }
        const latest = Date.parse(this.#expires) - MINUTE;
        this.#input.min = toLocalInput(serverNow() + MINUTE);
        this.#input.max = toLocalInput(latest);
        this.#default.hidden = !this.#chosen;
        const {delay} = status.dataset;
        const usual = delay === undefined ? null : Math.min(serverNow() + Number(delay) * 1000, latest);
        this.#hint.textContent = usual === null ? text('case.retry.givesUp') : text('case.retry.default', formatDateTime(usual));
        this.#show(usual === null ? '' : toLocalInput(usual));
    }

    /** Why the chosen time cannot be; null when it can. */
    problem() {
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
