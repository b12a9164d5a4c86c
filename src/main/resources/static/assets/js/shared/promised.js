// A time agreed on with a caller, judged by the server as soon as it is chosen: why it cannot be, which times next to it
// can, and whether it may be insisted on. What was judged is drawn into the fragment desk/promised :: judged.

import {send} from './api.js';
import {text} from './texts.js';
import {formatDateTime} from './times.js';

const PAUSE = 300;

export class PromisedTime {
    #addressOf;
    #choose;
    #insisted;
    #at = null;
    #verdict = null;
    #timer;
    #box = document.getElementById('promised');
    #insist = document.getElementById('insist');
    #nearest = document.getElementById('promised-nearest');

    /**
     * @param addressOf gives the address that judges a time
     * @param choose takes one of the nearest times instead
     * @param insisted hears that the agent insists, or no longer does
     */
    constructor(addressOf, choose, insisted = () => {}) {
        this.#addressOf = addressOf;
        this.#choose = choose;
        this.#insisted = insisted;
        this.#insist.addEventListener('change', () => this.#insisted());
    }

    /** Whether the time is to be kept although the list is closed then. */
    get insists() {
        return this.#insist.checked;
    }

    /** Why the time cannot be saved; null when it can, as far as is known. */
    get problem() {
        return this.#verdict === 'OUTSIDE_HOURS' && !this.insists ? text('promised.OUTSIDE_HOURS') : null;
    }

    /** Asks about this time, soon; about none when null. */
    judge(at, insist = false) {
        if (at === this.#at) {
            return;
        }
        this.#at = at;
        this.#insist.checked = insist;
        this.#show(null);
        clearTimeout(this.#timer);
        if (at !== null) {
            this.#timer = setTimeout(() => void this.#ask(at), PAUSE);
        }
    }

    /** What a refusal of Save says of the time. */
    refused({verdict, nearest, mayInsist}) {
        this.#show({verdict, nearest, mayInsist});
    }

    // Without an answer it is judged when it is saved.
    async #ask(at) {
        const judged = this.#box.isConnected ? await send('GET', this.#addressOf(at)).catch(() => null) : null;
        if (judged && at === this.#at) {
            this.#show(judged.verdict === 'POSSIBLE' ? null : judged);
            this.#bringIntoSight();
        }
    }

    #show(judged) {
        this.#verdict = judged?.verdict ?? null;
        this.#box.hidden = judged === null;
        document.getElementById('promised-why').textContent = judged ? text(`promised.${judged.verdict}`) : '';
        this.#nearest.querySelectorAll('button').forEach((button) => button.remove());
        judged?.nearest.forEach((at) => this.#nearest.append(this.#button(at)));
        this.#nearest.hidden = !judged?.nearest.length;
        document.getElementById('promised-insist').hidden = !judged?.mayInsist;
        if (!judged?.mayInsist && judged) {
            this.#insist.checked = false;
        }
    }

    // For whoever has just chosen the time above it, which stays in sight.
    #bringIntoSight() {
        if (!this.#box.hidden && this.#box.parentElement.contains(document.activeElement)) {
            this.#box.scrollIntoView({block: 'nearest'});
        }
    }

    #button(at) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button small';
        button.dataset.at = at;
        button.textContent = formatDateTime(at);
        button.addEventListener('click', () => this.#choose(at));
        return button;
    }
}
