// Keeps a draft saved as one works: some moments after a change it goes to the server, and until that has it, it is kept
// in the browser. What was saved elsewhere meanwhile is never overwritten unasked.

import {Refused, send} from '../shared/api.js';

const AFTER = 800;
const AGAIN = 5_000;
const PREFIX = 'ringback.draft.';

/**
 * Saves one draft. `read` gives its content as it is now; `tell` is told the state: 'changed', 'saving', 'saved', 'kept'
 * (in the browser), 'refused' or 'conflict', with what the server has answered or with the failure.
 */
export class Saving {
    #id;
    #read;
    #tell;
    #revision;
    #timer;
    #sending = false;
    #changes = 0;
    #saved = 0;
    #stopped = false;

    constructor(id, revision, read, tell) {
        this.#id = id;
        this.#revision = revision;
        this.#read = read;
        this.#tell = tell;
        addEventListener('online', () => this.flush());
        document.addEventListener('visibilitychange', () => document.hidden && this.flush());
        addEventListener('beforeunload', (event) => this.isDirty && event.preventDefault());
    }

    get isDirty() {
        return this.#changes !== this.#saved;
    }

    /** Something is different now. */
    changed() {
        this.#changes++;
        this.#tell('changed');
        this.#soon(AFTER);
    }

    /** Saves now what is not saved yet. */
    async flush() {
        clearTimeout(this.#timer);
        if (!this.isDirty || this.#sending || this.#stopped) {
            return;
        }
        this.#sending = true;
        const upTo = this.#changes;
        let content;
        let delay = AFTER;
        try {
            content = await this.#read();
            keep(this.#id, {content, revision: this.#revision});
            this.#tell('saving');
            const answer = await send('PUT', `/api/v1/processes/drafts/${this.#id}`, {content, revision: this.#revision});
            this.#revision = answer.revision;
            this.#saved = upTo;
            forget(this.#id);
            this.#tell('saved', answer);
        } catch (failure) {
            delay = this.#failed(failure) ? AGAIN : null;
        } finally {
            this.#sending = false;
        }
        if (this.isDirty && delay !== null) {
            this.#soon(delay);
        }
    }

    /** Goes on upon another revision, as after a conflict or an import. */
    goOnFrom(revision) {
        this.#revision = revision;
        this.#stopped = false;
        forget(this.#id);
    }

    /** Whether the same may succeed later. */
    #failed(failure) {
        const isConflict = failure instanceof Refused && failure.status === 409;
        const isRefused = failure instanceof Refused && !isConflict && !failure.isSignedOut;
        this.#stopped = isConflict;
        this.#tell(isConflict ? 'conflict' : isRefused ? 'refused' : 'kept', failure);
        return !isConflict && !isRefused;
    }

    #soon(delay) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.flush(), delay);
    }
}

/** What the browser has kept of the draft because the server could not be reached; null when there is nothing. */
export function kept(id) {
    try {
        return JSON.parse(localStorage.getItem(PREFIX + id));
    } catch {
        return null;
    }
}

/** Forgets it. */
export function forget(id) {
    try {
        localStorage.removeItem(PREFIX + id);
    } catch {
        // a browser that keeps nothing has nothing to forget
    }
}

function keep(id, draft) {
    try {
        localStorage.setItem(PREFIX + id, JSON.stringify(draft));
    } catch {
        // full, or not allowed: the page itself has it still
    }
}
