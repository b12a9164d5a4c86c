// One version: its viewer, what is known of the chosen element, and how many cases wait at each element now.

import {at} from '../shared/address.js';
import {Refused, send} from '../shared/api.js';
import {facts} from './facts.js';
import {pairs} from './pairs.js';
import {fileAt, openViewer, tellNotShown, waitingHere} from './viewers.js';
import {inWords} from '../shared/refusals.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';
import {wireZoom} from './zooming.js';

const EVERY = 3_000;

const container = document.getElementById('viewer');
const panel = document.getElementById('element');
const rows = [...document.querySelectorAll('#elements tr[data-element]')];
const onlyWaiting = document.getElementById('only-waiting');
const shown = new Map();

let viewer;
let steps;
let chosen;

wireZoom((way) => viewer?.zoom(way));
wireEdit();
onlyWaiting?.addEventListener('change', filter);
onlyWaiting && filter();
show();

async function show() {
    try {
        viewer = await openViewer(container.dataset.kind, container, await fileAt(container.dataset.file));
        wireViews();
        wireElements();
        rows.forEach((row) => draw(row.dataset.element, Number(row.dataset.waiting)));
    } catch (failure) {
        tellNotShown(failure);
    }
    container.dataset.elements && setTimeout(count, EVERY);
}

// Decisions have several views: the drawing of all, and a table or an expression of each.
function wireViews() {
    const group = document.querySelector('[data-views]');
    const views = viewer.views?.() ?? [];
    group.hidden = views.length < 2;
    const buttons = views.map((view) => {
        const button = Object.assign(document.createElement('button'), {type: 'button', className: 'button small'});
        button.textContent = view.type === 'drd' ? text('design.view.drd') : (view.name ?? view.element.id);
        button.addEventListener('click', async () => {
            await viewer.open(view);
            press();
        });
        return button;
    });
    const press = () => {
        buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(views[index] === viewer.shown())));
        document.querySelectorAll('[data-zoom]').forEach((button) => button.toggleAttribute('hidden', !viewer.isDrawn()));
    };
    group.replaceChildren(...buttons);
    views.length > 0 && press();
}

function wireElements() {
    viewer.onChoose?.(describe);
    for (const button of document.querySelectorAll('[data-select]')) {
        button.addEventListener('click', () => {
            viewer.choose(button.dataset.select);
            describe(button.dataset.select);
            container.scrollIntoView({block: 'nearest'});
        });
    }
}

async function describe(id) {
    chosen = id;
    const steps = await knownSteps();
    if (id !== chosen) {
        return; // another one was chosen meanwhile
    }
    const known = id && facts(viewer.about(id), steps);
    const list = panel.querySelector('[data-facts]');
    panel.querySelector('[data-hint]').hidden = Boolean(known);
    list.hidden = !known;
    list.replaceChildren(...pairs(known || []));
}

/** What the steps of the server do, in words; asked for with the first element that is chosen. */
function knownSteps() {
    steps ??= send('GET', '/api/v1/processes/vocabulary').then(
        ({delegates}) => delegates,
        () => [],
    );
    return steps;
}

async function count() {
    try {
        if (!document.hidden) {
            const {items} = await send('GET', container.dataset.elements);
            items.forEach(({elementId, waiting}) => draw(elementId, waiting));
            filter();
        }
    } catch (failure) {
        if (failure instanceof Refused) {
            return; // signed out, or taken away meanwhile
        }
    }
    setTimeout(count, EVERY);
}

function draw(id, waiting) {
    const row = rows.find((one) => one.dataset.element === id);
    if (row && Number(row.dataset.waiting) !== waiting) {
        row.dataset.waiting = waiting;
        row.querySelector('[data-count]').textContent = waiting;
    }
    const old = shown.get(id);
    if (viewer && old?.waiting !== waiting) {
        old?.remove();
        shown.set(id, {waiting, remove: waiting > 0 ? viewer.put(id, waitingHere(waiting)) : () => {}});
    }
}

function filter() {
    rows.forEach((row) => {
        row.hidden = onlyWaiting.checked && row.dataset.waiting === '0';
    });
    document.getElementById('nowhere').hidden = rows.some((row) => !row.hidden);
}

function wireEdit() {
    const button = document.querySelector('[data-edit]');
    button?.addEventListener('click', async () => {
        button.disabled = true;
        try {
            const {key, version} = button.dataset;
            const {id} = await send('POST', '/api/v1/processes/drafts', {basedOn: {key, version: Number(version)}});
            location.assign(at(`/design/drafts/${encodeURIComponent(id)}`));
        } catch (failure) {
            button.disabled = false;
            toast({title: inWords(failure, text('design.notReached')), kind: 'error'});
        }
    });
}
