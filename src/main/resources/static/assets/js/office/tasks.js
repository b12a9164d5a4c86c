// The page of tasks: the form of the one that is open, with the viewer that the desk has, too. The list beside it is live;
// what is entered stays, whatever becomes of the task.

import {at} from '../shared/address.js';
import {Refused, send} from '../shared/api.js';
import {showForm} from '../shared/form.js';
import {refreshLive} from './live.js';
import {TaskDraft} from './taskdraft.js';
import {text} from '../shared/texts.js';

const task = document.getElementById('task');
const answers = document.getElementById('answers');
const GONE = new Set(['TAKEN', 'FREE', 'COMPLETED', 'WITHDRAWN']);

if (answers) {
    open();
}
if (task) {
    document.getElementById('tasks').addEventListener('htmx:afterSwap', watch);
}

async function open() {
    const {task: id, account} = task.dataset;
    const draft = new TaskDraft(account, id, (state) => {
        document.getElementById('kept').textContent = text(`tasks.draft.${state}`);
    });
    const place = document.getElementById('task-form');
    const complete = document.getElementById('complete');
    let form = null;
    try {
        const entered = draft.kept() ?? JSON.parse(place?.dataset.answers ?? 'null');
        form = place && await showForm(place, `/api/v1/tasks/${id}/form?language=${document.documentElement.lang}`, entered ?? {},
            (given) => draft.keep(given));
        form?.demand(true);
        if (draft.kept()) {
            draft.keep(draft.kept());
        }
        complete.disabled = false;
    } catch (failure) {
        console.warn(failure);
        problem(text('tasks.noForm'));
    }
    document.getElementById('release').addEventListener('api:done', () => draft.forget());
    answers.addEventListener('submit', (event) => {
        event.preventDefault();
        finish(id, form, draft);
    });
    task.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            finish(id, form, draft);
        }
    });
}

let finishing = false;

async function finish(id, form, draft) {
    const complete = document.getElementById('complete');
    if (finishing || complete.disabled) {
        return;
    }
    finishing = true;
    complete.setAttribute('aria-busy', 'true');
    problem('');
    try {
        await form?.flush();
        if (form && Object.keys(form.validate()).length > 0) {
            problem(text('tasks.incomplete'));
            form.focusFirstError();
            return;
        }
        await draft.flush();
        await send('POST', `/api/v1/tasks/${id}/complete`, {answers: form?.submission() ?? null});
        draft.forget();
        location.assign(at(next(id)));
    } catch (failure) {
        refused(failure);
    } finally {
        finishing = false;
        complete.removeAttribute('aria-busy');
    }
}

/** The one after this one, or the first; the empty page after the last. */
function next(id) {
    const all = [...document.querySelectorAll('#task-list [data-task]')].map((line) => line.dataset.task);
    const others = all.filter((other) => other !== id);
    const after = all.slice(all.indexOf(id) + 1)[0] ?? others[0];
    return after ? `/tasks/${after}` : '/tasks';
}

function refused(failure) {
    if (failure.isSignedOut) {
        problem(text('tasks.signedOut'));
    } else if (failure instanceof Refused) {
        problem(failure.status === 409 ? text('tasks.refused', failure.message) : [failure.message, ...failure.errors.values()].filter(Boolean).join(' '));
        refreshLive();
    } else {
        problem(text('office.unreachable'));
    }
}

function problem(words) {
    const place = document.getElementById('task-problem');
    place.textContent = words;
    place.hidden = words === '';
    if (words) {
        place.focus();
    }
}

/** Says so when the task has become another's meanwhile, or nobody's; what was entered stays to be read. */
function watch() {
    const now = document.getElementById('task-list').dataset.standing;
    const was = task.dataset.standing;
    const notice = document.getElementById('task-gone');
    const gone = now !== was && GONE.has(now) && !finishing;
    notice.hidden = !gone;
    if (gone && notice.dataset.standing !== now) {
        notice.textContent = text(`tasks.gone.${now}`);
    }
    notice.dataset.standing = gone ? now : '';
}
