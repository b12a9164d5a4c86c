// Moving open cases to another version: both drawings with where cases wait now, what stands for what, what would become of
// the cases, and the start.

import {at} from '../shared/address.js';
import {inWords} from '../shared/refusals.js';
import {send} from '../shared/api.js';
import {openBeside, tellNotShown, waitingHere} from './viewers.js';
import {text} from '../shared/texts.js';

const IDS_SHOWN = 100;
const PATIENCE = 120_000; // many cases may have to be looked at

const plan = document.getElementById('plan');
const outcome = document.getElementById('outcome');
const refused = document.getElementById('refused');
const selects = [...plan.querySelectorAll('select[data-element]')];

showDiagrams().catch((failure) => tellNotShown(failure));
selects.forEach((select) => select.addEventListener('change', () => (outcome.hidden = true)));
document.getElementById('look').addEventListener('click', look);
plan.addEventListener('submit', start);

async function showDiagrams() {
    const places = [...document.querySelectorAll('#diagrams [data-side]')];
    const [before, after] = await openBeside('PROCESS', places);
    for (const row of plan.querySelectorAll('tr[data-element]:not([data-waiting="0"])')) {
        before.put(row.dataset.element, waitingHere(row.dataset.waiting));
    }
    for (const select of selects) {
        select.addEventListener('focus', () => {
            before.choose(select.dataset.element);
            select.value && after.choose(select.value);
        });
        select.addEventListener('change', () => select.value && after.choose(select.value));
    }
}

/** Only where it is not what is usual anyway. */
function mapping() {
    const changed = selects.filter((select) => select.value !== select.dataset.usual);
    return Object.fromEntries(changed.map((select) => [select.dataset.element, select.value]));
}

function ask(dryRun, reason) {
    const {key, from, to} = plan.dataset;
    const body = {from: Number(from), to: Number(to), mapping: mapping(), dryRun, ...(reason ? {reason} : {})};
    return send('POST', `/api/v1/processes/${encodeURIComponent(key)}/migrations`, body, {timeout: PATIENCE});
}

async function look({target}) {
    await doing(target, async () => tell(await ask(true)));
}

async function start(event) {
    event.preventDefault();
    await doing(event.submitter ?? plan.querySelector('[type=submit]'), async () => {
        const {id} = await ask(false, plan.elements.reason.value);
        location.assign(at(`/design/migrations/${id}`));
    });
}

async function doing(button, work) {
    if (button.getAttribute('aria-disabled') === 'true') {
        return;
    }
    button.setAttribute('aria-disabled', 'true');
    refused.hidden = true;
    try {
        await work();
    } catch (failure) {
        refused.textContent = inWords(failure);
        refused.hidden = false;
        refused.focus();
    } finally {
        button.removeAttribute('aria-disabled');
    }
}

function tell({movable, stuck}) {
    outcome.querySelector('[data-movable]').textContent = text('migrations.movable', movable, stuck.length);
    outcome.querySelector('[data-reasons]').replaceChildren(...[...grouped(stuck)].map(([why, ones]) => reason(why, ones)));
    outcome.hidden = false;
    outcome.focus();
}

function grouped(stuck) {
    const groups = new Map();
    for (const one of stuck) {
        const why = text(`migrations.because.${one.because}`, ...one.names);
        groups.set(why, [...(groups.get(why) ?? []), one]);
    }
    return groups;
}

function reason(why, ones) {
    const item = document.createElement('li');
    const details = document.createElement('details');
    const summary = Object.assign(document.createElement('summary'), {textContent: text('migrations.stuckBecause', ones.length, why)});
    const ids = Object.assign(document.createElement('ul'), {className: 'ids plain'});
    ids.append(...ones.slice(0, IDS_SHOWN).map(caseOf));
    if (ones.length > IDS_SHOWN) {
        ids.append(Object.assign(document.createElement('li'), {textContent: text('migrations.further', ones.length - IDS_SHOWN)}));
    }
    details.append(summary, ids);
    item.append(details);
    return item;
}

function caseOf({callbackId, agentId}) {
    const item = document.createElement('li');
    const id = Object.assign(document.createElement('code'), {textContent: callbackId ?? agentId ?? '–'});
    if (callbackId && plan.dataset.seeCases === 'true') {
        const link = Object.assign(document.createElement('a'), {href: at(`/supervision/cases/${callbackId}`)});
        link.append(id);
        item.append(link);
    } else {
        item.append(id);
    }
    return item;
}
