// Tells the agent of what happens to the case: a new one has come (until it was seen), this one is gone, time runs out.

import {dismissToast, remind, toast} from './notify.js';
import {isWaiting} from './outbox.js';
import {preferences} from './preferences.js';
import {play} from './sounds.js';
import {isolated, text} from '../shared/texts.js';

let reminder = null;
let seenElsewhere = false;

/** The agent looks at the window of the case. */
export function signOfNews() {
    seenElsewhere = true;
    reminder?.stop();
}

/** `drawn()` after each drawing; `saved(allocation)` before the one without that case. */
export function caseNews({isDesk, elsewhere}) {
    let held = allocation();
    const saved = new Set();
    let ownStop = false;
    let dismissed = sessionStorage.getItem('ringback.dismissed');

    const opened = () => {
        seenElsewhere = false;
        const title = document.getElementById('case-title');
        const who = [...document.querySelectorAll(':is(#case-title, #case-elsewhere .who-waits) > *')]
            .map((part) => isolated(part.textContent.trim())).join(' ')
            .replace(/(?<=\d) (?=\d)/g, '\u00a0'); // a number stays on one line
        if (isDesk) {
            toast({id: 'case', title: text('case.opened', who), onClick: () => title?.focus()});
            reminder?.stop();
            reminder = remind({
                title: text('case.opened', '').replace(/[:\s]+$/, ''),
                body: text('case.opened.body'),
                tag: 'ringback-case',
                seen: () => seenElsewhere,
            });
        }
        if (!elsewhere() && !document.querySelector('dialog[open]')) {
            title?.focus();
        }
        performance.mark('case-opened');
    };
    const gone = (allocationId) => {
        reminder?.stop();
        dismissToast('case');
        dismissToast('countdown');
        const told = saved.has(allocationId) || isWaiting(allocationId) || ownStop || document.getElementById('notice');
        if (!told && isDesk) {
            toast({title: text('case.gone'), kind: 'warning'});
        }
    };
    // The page comes with the notice each time it is drawn; what was dismissed stays away.
    const drawNotice = () => {
        const notice = document.getElementById('notice');
        if (notice && notice.dataset.stoppedAt === dismissed) {
            notice.hidden = true;
        }
    };

    document.addEventListener('countdown:warning', ({target, detail}) => {
        play('warning', preferences().sound === null ? 0 : preferences().volume);
        toast({id: 'countdown', title: text(`warning.${target.dataset.kind}`, detail.seconds), kind: 'warning'});
    });
    document.addEventListener('desk:own-stop', () => (ownStop = true));
    drawNotice();
    if (!isDesk && held) {
        document.getElementById('case-title')?.focus();
    }

    return {
        drawn() {
            drawNotice();
            const now = allocation();
            const before = held;
            held = now;
            if (before && now !== before) {
                gone(before);
            }
            if (now && now !== before) {
                opened();
            } else if (document.querySelector('#case:not([data-phase="BEFORE_CALL"])')) {
                dismissToast('case'); // the agent is at it, and needs the room
            }
            ownStop &&= document.getElementById('desk').dataset.receiving === 'true';
        },
        saved(allocationId) {
            saved.add(allocationId);
        },
        wasSaved: (allocationId) => saved.has(allocationId),
        dismiss() {
            const notice = document.getElementById('notice');
            dismissed = notice.dataset.stoppedAt;
            sessionStorage.setItem('ringback.dismissed', dismissed);
            notice.hidden = true;
        },
    };
}

function allocation() {
    return document.querySelector('#case, #case-elsewhere')?.dataset.allocation ?? null;
}
