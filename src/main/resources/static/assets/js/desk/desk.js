// The page of the desk, and the case window when it is a browser window of its own: starts what they are made of and
// joins it.

import {startActing} from './acting.js';
import {caseNews, signOfNews} from './casenews.js';
import {observe, onJump} from '../shared/clock.js';
import {connection} from './connection.js';
import {startCountdowns} from './countdown.js';
import {flush, forgetDraft, forgetDrafts, isEntered, keepDraft, keptDraft, openDrafts, stopDrafts, takeOrphans} from './drafts.js';
import {desk, redraw, show, startDrawing} from './drawing.js';
import {keepFocus, watchFocus} from './focus.js';
import {loadViewer} from '../shared/form.js';
import * as help from './help.js';
import {searchLists, startListSearch} from './listsearch.js';
import {showLostText} from './losttext.js';
import {toast} from './notify.js';
import {allWaiting, forgetSaves, isWaiting, takeOver, trySending} from './outbox.js';
import {outcomeForm} from './outcome.js';
import {openPreferences} from './preferences.js';
import {startSaving, wireSaving} from './saving.js';
import * as settings from './settings.js';
import {refresh as refreshShortcuts, startShortcuts} from './shortcuts.js';
import {onSigningOut} from '../shared/signout.js';
import {askBeforeSigningOut} from './signingout.js';
import {startSpeeds} from './speed.js';
import {openStream} from './stream.js';
import {tellWhyTaken} from './taken.js';
import {text} from '../shared/texts.js';
import {enhance} from '../shared/times.js';
import {beCaseWindow, deskId, tellSaved, watchCaseWindow} from './windows.js';

const isDesk = document.body.dataset.view === 'desk';
const agentId = desk().dataset.agent;
const id = deskId(agentId);
let caseWindow = null;

// Somebody else has signed in in this browser: this page is theirs now, with nothing of the one before.
function isOfAnother(agent) {
    if (agent !== agentId && isDesk) {
        location.reload();
    } else if (agent !== agentId) {
        window.close();
    }
    return agent !== agentId;
}

function drawn() {
    if (isOfAnother(desk().dataset.agent)) {
        return;
    }
    observe(desk().dataset.serverTime);
    enhance(desk());
    refreshShortcuts(desk());
    wireSaving();
    searchLists();
    news.drawn();
    keepFocus();
    if (desk().dataset.receiving === 'true') {
        (globalThis.requestIdleCallback ?? setTimeout)(() => loadViewer().catch(() => {})); // for the case to come
    }
}

// What was typed and not saved goes with the case; so it is shown once more.
function leaving(allocationId) {
    const form = outcomeForm();
    if (form?.allocationId === allocationId && !news.wasSaved(allocationId) && !isWaiting(allocationId)) {
        const entered = isEntered(form.values()) ? form.words() : '';
        const gone = document.getElementById('case');
        tellWhyTaken(gone.dataset.callback, gone.querySelector('.number').textContent, entered);
        forgetDraft(allocationId);
    }
}

// Typed here while the session had ended already, for a case that went meanwhile: nobody else has it.
function showOrphans() {
    const held = document.querySelector('#case, #case-elsewhere')?.dataset.allocation ?? '';
    const entered = takeOrphans(held).map(({note, formData}) =>
        [...Object.values(formData ?? {}).filter((value) => value && value !== true), note].filter(Boolean).join('\n'));
    if (entered.some(Boolean)) {
        showLostText('left', entered.filter(Boolean).join('\n\n'));
    }
}

// Its storage goes with the case window, and its last request may not arrive.
function takeFromCaseWindow({draft, saves}) {
    if (draft) {
        keepDraft(draft);
    }
    takeOver(saves ?? []);
}

function showCase() {
    if (caseWindow?.isOpen()) {
        caseWindow.bringToFront();
    }
    const title = document.getElementById('case-title');
    title?.scrollIntoView({block: 'nearest'});
    (title ?? document.querySelector('#case-elsewhere button'))?.focus();
}

function popOut() {
    flush();
    if (!caseWindow.popOut()) {
        toast({title: text('window.blocked'), kind: 'warning'});
    }
}

async function caseBroughtBack() {
    if (caseWindow.isOpen()) {
        caseWindow.bringBack();
        for (let look = 0; look < 30 && caseWindow.isOpen(); look++) {
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }
}

function dismissNotice() {
    news.dismiss();
    keepFocus();
}

openPreferences(agentId);
startCountdowns();
startShortcuts();
startListSearch();
startSpeeds();
watchFocus();
settings.wire();
help.wire();
const news = caseNews({isDesk, elsewhere: () => caseWindow?.isOpen() ?? false});
openDrafts(agentId, (state) => outcomeForm()?.draftState(text(`draft.${state}`)));
startDrawing({
    view: () => (isDesk ? (caseWindow?.isOpen() ? 'without-case' : 'desk') : 'case'),
    drawn,
    leaving,
});
startActing({showCase, popOut, dismissNotice, bringBack: () => caseWindow.bringBack(), closeWindow: () => window.close()});
if (isDesk) {
    caseWindow = watchCaseWindow(id, {
        onChange: redraw,
        onSeen: signOfNews,
        onSaved: news.saved,
        onLeft: takeFromCaseWindow,
    });
} else {
    const allocation = () => outcomeForm()?.allocationId;
    beCaseWindow(id, () => ({draft: allocation() ? keptDraft(allocation()) : null, saves: allWaiting()}));
    document.querySelector('#signed-out a').href = location.pathname + location.search;
}
drawn();
startSaving(agentId, (allocationId) => {
    news.saved(allocationId);
    tellSaved(allocationId);
});
openStream(id, {
    onDesk: (now) => isOfAnother(now.agentId) || show(now),
    onTakenOver() {
        stopDrafts(outcomeForm()?.allocationId);
        connection.takenOver();
    },
    onConnected(up) {
        if (connection.is(up) && up) {
            redraw();
            flush();
            trySending();
        }
    },
});
onJump(redraw);
if (isDesk) {
    askBeforeSigningOut(caseBroughtBack);
}
showOrphans();
onSigningOut(() => {
    caseWindow?.bringBack();
    forgetDrafts();
    forgetSaves();
});
document.addEventListener('desk:signed-out', () => {
    const dialog = document.getElementById('signed-out');
    if (!dialog.open) {
        dialog.showModal();
    }
});
performance.mark('desk-ready');
document.documentElement.dataset.ready = 'true';
