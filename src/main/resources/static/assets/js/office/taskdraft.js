// What is answered to a task is kept at once in this window and a moment later on the server, so that neither a reload nor
// a lost connection nor an ended session loses it. What has not arrived yet counts before what the server has.

import {Refused, send} from '../shared/api.js';
import {onSigningOut} from '../shared/signout.js';

const PAUSE = 400;
const RETRY = 3_000;

export class TaskDraft {
    #path;
    #key;
    #tell;
    #waiting = null;
    #sending = null;
    #timer;
    #stopped = false;

    /** `tell('saving'|'saved'|'kept')` hears how far it has got. */
    constructor(account, task, tell) {
        this.#path = `/api/v1/tasks/${task}/draft`;
        this.#key = `ringback.task.${account}.${task}`;
        this.#tell = tell;
        onSigningOut(() => this.forget());
        addEventListener('pagehide', () => this.#sendAtLast());
        document.addEventListener('visibilitychange', () => document.hidden && this.flush());
    }

    /** What was entered here and may not have reached the server; null for nothing. */
    kept() {
        try {
            return JSON.parse(sessionStorage.getItem(this.#key));
        } catch {
            return null;
        }
    }

    keep(answers) {
        if (this.#stopped) {
            return;
        }
        try {
            sessionStorage.setItem(this.#key, JSON.stringify(answers));
        } catch {
            // Full or forbidden: the server still gets it.
        }
        this.#waiting = answers;
        this.#again(PAUSE);
    }

    /** Sends what is waiting; settles when nothing is on its way any more. */
    async flush() {
        clearTimeout(this.#timer);
        await this.#sending;
        if (this.#waiting === null || this.#stopped) {
            return;
        }
        const answers = this.#waiting;
        this.#waiting = null;
        this.#tell('saving');
        this.#sending = send('PUT', this.#path, {answers}).then(() => this.#saved(), (failure) => this.#failed(answers, failure));
        await this.#sending;
    }

    /** It is done, or nothing of it may stay behind. */
    forget() {
        this.#stopped = true;
        clearTimeout(this.#timer);
        sessionStorage.removeItem(this.#key);
    }

    #saved() {
        if (this.#waiting === null) {
            sessionStorage.removeItem(this.#key);
            this.#tell('saved');
        }
    }

    #failed(answers, failure) {
        this.#tell('kept');
        if (!(failure instanceof Refused)) {
            this.#waiting ??= answers;
            this.#again(RETRY);
        }
    }

    #again(pause) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.flush(), pause);
    }

    // What is on its way as the page goes may not arrive: it is sent once more in a way that outlives the page.
    #sendAtLast() {
        if (!this.#stopped && this.#waiting !== null) {
            send('PUT', this.#path, {answers: this.#waiting}, {keepalive: true}).catch(() => {});
        }
    }
}
