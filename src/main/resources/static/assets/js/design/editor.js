// The page of one draft: opens it in the editor of its kind, keeps it saved, and tells what others do and what the check
// finds.

import {at} from '../shared/address.js';
import {localeOf} from '../shared/times.js';
import {send} from '../shared/api.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';
import {openDecision} from './decision.js';
import {openDiagram} from './diagram.js';
import {startFindings} from './findings.js';
import {openForm} from './formfile.js';
import {startNews} from './news.js';
import {forget, kept, Saving} from './draftsaving.js';

const place = document.getElementById('editor');
const {id, kind, file} = place.dataset;
const wide = matchMedia('(min-width: 64rem)');
const isMine = place.dataset.mine === 'true';
const isEditor = isMine && wide.matches;
const state = document.getElementById('save-state');
const clock = new Intl.DateTimeFormat(localeOf(document.documentElement.lang, navigator.languages), {timeStyle: 'medium'});

document.documentElement.classList.toggle('viewing', !isEditor);
start().catch((failure) => {
    lost(text(/no diagram/.test(failure?.message) ? 'drafts.noDrawing' : 'drafts.notShown'));
    state.textContent = '';
});

async function start() {
    const [draft, vocabulary] = await Promise.all([
        send('GET', `/api/v1/processes/drafts/${id}`),
        isEditor ? send('GET', '/api/v1/processes/vocabulary') : null,
    ]);
    const news = startNews(id, isMine);
    news.tell(draft);
    document.getElementById('copy')?.addEventListener('click', () => copy(draft));
    window.addEventListener('resize', toldNarrow);
    toldNarrow();
    const editor = await open(draft.content, vocabulary);
    place.dataset.ready = 'true';
    if (!isEditor) {
        state.textContent = text('drafts.savedAt', clock.format(new Date(draft.savedAt)));
        return;
    }
    wire(editor, draft, news);
    selectNamed(editor);
    window.addEventListener('hashchange', () => selectNamed(editor));
}

// Findings lead here with the id of what they were found at.
function selectNamed(editor) {
    const named = decodeURIComponent(location.hash.slice(1));
    named && editor.select(named);
}

let changed = () => {};

async function open(content, vocabulary) {
    const parts = {canvas: document.getElementById('canvas'), panel: document.getElementById('panel'), content, isEditor};
    const wired = {...parts, vocabulary, changed: () => changed()};
    switch (kind) {
        case 'PROCESS': {
            const modules = isEditor ? (await import('./restricting.js')).restricting(vocabulary) : [];
            const editor = await openDiagram({...wired, modules});
            if (isEditor) {
                (await import('./meaning.js')).startMeaning(editor.diagram, vocabulary, document.getElementById('meaning'));
            }
            return editor;
        }
        case 'DECISION': {
            const editor = await openDecision(wired);
            if (isEditor) {
                (await import('./asking.js')).startAsking(editor.decision, vocabulary, document.getElementById('meaning'));
            }
            return editor;
        }
        default:
            return openForm(wired);
    }
}

function wire(editor, draft, news) {
    const findings = startFindings(editor, file);
    const saving = new Saving(id, draft.revision, editor.read, (what, answer) => tell(what, answer, {news, findings, editor}));
    changed = () => {
        saving.changed();
        showStack(editor);
    };
    warn(editor);
    wireStack(editor);
    wireReplacing(editor, () => changed());
    wireConflict(saving, editor);
    wireFlush(saving);
    tell('saved', draft, {news, findings, editor});
    bringBack(saving, editor, draft);
}

function tell(what, answer, {news, findings, editor}) {
    state.dataset.state = what;
    const conflict = document.getElementById('conflict');
    switch (what) {
        case 'saved':
            state.textContent = text('drafts.savedAt', clock.format(new Date(answer.savedAt)));
            news.tell(answer);
            findings.check(editor.read);
            break;
        case 'conflict':
            state.textContent = text('drafts.notSaved');
            showConflict(conflict);
            break;
        case 'refused':
            state.textContent = text('drafts.refused', [...answer.errors.values()].join(' ') || answer.message);
            break;
        default:
            state.textContent = text(`drafts.${what}`);
    }
}

async function showConflict(conflict) {
    const now = await send('GET', `/api/v1/processes/drafts/${id}/news`);
    conflict.querySelector('p').textContent = text('drafts.conflict', now.ownerName, clock.format(new Date(now.savedAt)));
    conflict.hidden = false;
    conflict.focus();
}

function wireConflict(saving, editor) {
    const conflict = document.getElementById('conflict');
    document.getElementById('keep-mine').addEventListener('click', async () => {
        const now = await send('GET', `/api/v1/processes/drafts/${id}/news`);
        saving.goOnFrom(now.revision);
        conflict.hidden = true;
        saving.changed();
    });
    document.getElementById('take-theirs').addEventListener('click', async () => {
        forget(id);
        const now = await send('GET', `/api/v1/processes/drafts/${id}`);
        await editor.replace(now.content);
        saving.goOnFrom(now.revision);
        conflict.hidden = true;
        saving.changed();
    });
}

// What could not be sent before the page was left is taken up again.
async function bringBack(saving, editor, draft) {
    const mine = kept(id);
    if (!mine || mine.content === draft.content) {
        forget(id);
        return;
    }
    await editor.replace(mine.content);
    if (mine.revision !== draft.revision) {
        saving.goOnFrom(mine.revision);
    }
    saving.changed();
    toast({id: 'kept', title: text('drafts.broughtBack'), kind: 'success'});
}

function wireStack(editor) {
    document.getElementById('undo').addEventListener('click', () => editor.stack()?.undo());
    document.getElementById('redo').addEventListener('click', () => editor.stack()?.redo());
    showStack(editor);
}

function showStack(editor) {
    document.getElementById('undo').disabled = !editor.stack()?.canUndo();
    document.getElementById('redo').disabled = !editor.stack()?.canRedo();
}

function wireReplacing(editor, done) {
    const input = document.getElementById('replace-file');
    document.getElementById('replace').addEventListener('click', () => input.click());
    input.addEventListener('change', async () => {
        const before = await editor.read();
        const content = await input.files[0].text();
        input.value = '';
        try {
            await editor.replace(content);
            warn(editor);
            done();
            toast({id: 'replaced', title: text('drafts.replaced'), kind: 'success'});
        } catch {
            await editor.replace(before);
            toast({id: 'replaced', title: text('drafts.notReplaced'), kind: 'error'});
        }
    });
}

// Try and Deploy take what the server has.
function wireFlush(saving) {
    document.querySelectorAll('.page-actions a').forEach((link) =>
        link.addEventListener('click', async (event) => {
            if (saving.isDirty) {
                event.preventDefault();
                await saving.flush();
                if (!saving.isDirty) {
                    link.click();
                }
            }
        }),
    );
}

async function copy({file: name, content}) {
    const made = await send('POST', '/api/v1/processes/drafts', {file: name, content});
    location.assign(at(`/design/drafts/${made.id}`));
}

function warn(editor) {
    const found = editor.warnings();
    lost(found.length === 0 ? '' : `${text('drafts.lost')} ${found.join(' ')}`);
}

function lost(words) {
    const notice = document.getElementById('lost');
    notice.textContent = words;
    notice.hidden = words === '';
}

// A window that was wide enough once keeps its editor, and what can be undone in it.
function toldNarrow() {
    document.getElementById('narrow').hidden = wide.matches || !isMine;
    document.documentElement.classList.toggle('viewing', !isEditor || !wide.matches);
}
