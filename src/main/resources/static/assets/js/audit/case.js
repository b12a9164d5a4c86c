// The way of a case in the drawing of its very version: each step with its number, replayed by a slider. The table of the steps
// says the same without a picture, and holds what is drawn here.

import {openProcess} from '../design/processviewer.js';
import {fileAt, tellNotShown} from '../design/viewers.js';
import {wireZoom} from '../design/zooming.js';
import {enhance} from '../shared/times.js';
import {text} from '../shared/texts.js';

const EVERY = 900;
const ROUNDS = 6;

const steps = [...document.querySelectorAll('#steps tbody tr')].map((row, index) => ({
    row,
    number: index + 1,
    element: row.dataset.element,
    drawing: row.dataset.drawing,
    round: Number(row.dataset.round),
    flows: words(row.dataset.flows),
    maybe: words(row.dataset.maybe),
    took: row.dataset.took,
    open: row.dataset.open === 'true',
    name: row.querySelector('th .link').textContent,
    kind: row.querySelector('th .id').textContent.replaceAll(/\s+/gu, ' ').trim(),
    entered: row.querySelector('time'),
}));
const boxes = new Map([...document.querySelectorAll('[data-drawn]')].map((box) => [box.dataset.drawn, box]));
const buttons = [...document.querySelectorAll('button[data-drawing]')];
const position = document.getElementById('position');
const playButton = document.getElementById('play');
const said = document.getElementById('said');
const viewers = new Map();

let at = steps.length;
let timer = null;
let shown = boxes.keys().next().value;
let taken = [];
let lit = null;

document.getElementById('print').addEventListener('click', () => globalThis.print());
steps.length > 0 && begin();

function begin() {
    enhance();
    document.getElementById('back').addEventListener('click', () => go(at - 1));
    document.getElementById('on').addEventListener('click', () => go(at + 1));
    playButton.addEventListener('click', () => timer ? stop() : play());
    position.addEventListener('input', () => go(Number(position.value)));
    buttons.forEach((button) => button.addEventListener('click', () => open(button.dataset.drawing)));
    steps.forEach((step) => {
        step.row.querySelector('.link').addEventListener('click', () => go(step.number));
        step.row.addEventListener('pointerenter', () => light(step));
        step.row.addEventListener('pointerleave', () => light(null));
        step.row.addEventListener('focusin', () => light(step));
        step.row.addEventListener('focusout', () => light(null));
    });
    wireZoom((way) => viewers.get(shown)?.zoom(way));
    globalThis.addEventListener('beforeprint', () => viewers.get(shown)?.zoom('fit'));
    globalThis.addEventListener('afterprint', () => viewers.get(shown)?.zoom('fit'));
    tell();
    shown && open(shown);
}

/** Shows one of the drawings, which is loaded when it is needed. */
async function open(drawing) {
    shown = drawing;
    boxes.forEach((box, key) => box.toggleAttribute('hidden', key !== drawing));
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.drawing === drawing)));
    if (!viewers.has(drawing)) {
        viewers.set(drawing, null);
        const box = boxes.get(drawing);
        try {
            const viewer = await openProcess(box, await fileAt(box.dataset.file));
            viewer.onChoose((id) => id && goToLast(id, drawing));
            viewers.set(drawing, viewer);
        } catch (failure) {
            box.hidden = true;
            tellNotShown(failure);
        }
    }
    draw();
}

function goToLast(element, drawing) {
    const last = steps.findLast((step) => step.element === element && step.drawing === drawing);
    if (last) {
        go(last.number);
        last.row.scrollIntoView({block: 'nearest'});
    }
}

function go(to) {
    stop();
    step(to);
}

function step(to) {
    at = Math.max(0, Math.min(to, steps.length));
    const here = steps[at - 1];
    here && boxes.has(here.drawing) && here.drawing !== shown ? open(here.drawing) : draw();
    tell();
}

function play() {
    at >= steps.length && step(0);
    playButton.textContent = text('trials.pause');
    timer = setInterval(() => {
        step(at + 1);
        at >= steps.length && stop();
    }, EVERY);
}

function stop() {
    clearInterval(timer);
    timer = null;
    playButton.textContent = text('trials.play');
}

/** Says the step in words, and shows it in the table. */
function tell() {
    const here = steps[at - 1];
    const of = text('trials.stepOf', at, steps.length);
    const sentence = here
        ? `${of}: ${here.name} (${here.kind}), ${here.entered.textContent}${here.took ? `, ${here.took}` : ''}`
        : of;
    position.value = at;
    position.setAttribute('aria-valuetext', sentence);
    said.textContent = sentence;
    steps.forEach(({row, number}) => {
        row.classList.toggle('is-to-come', number > at);
        number === at ? row.setAttribute('aria-current', 'step') : row.removeAttribute('aria-current');
    });
    here && keepInSight(here.row);
}

function draw() {
    taken.forEach((undo) => undo());
    taken = [];
    const viewer = viewers.get(shown);
    if (!viewer) {
        return;
    }
    const passed = steps.slice(0, at).filter(({drawing}) => drawing === shown);
    passed.forEach(({element, flows, maybe, open: stays}) => {
        flows.forEach((flow) => mark(viewer, flow, 'is-passed'));
        maybe.forEach((flow) => mark(viewer, flow, 'may-be-passed'));
        mark(viewer, element, 'is-passed');
        stays && at === steps.length && mark(viewer, element, 'is-open');
    });
    const here = steps[at - 1];
    here?.drawing === shown && mark(viewer, here.element, 'is-here');
    Map.groupBy(passed, ({element}) => element).forEach((times, element) => {
        taken.push(viewer.put(element, numbers(times), {top: -14, left: -6}, {min: 0.5, max: 1.2}));
    });
    light(lit);
}

function mark(viewer, id, name) {
    viewer.mark(id, name);
    taken.push(() => viewer.unmark(id, name));
}

/** The numbers of the steps at one element, with the time that the last of them took. */
function numbers(times) {
    const all = Object.assign(document.createElement('div'), {className: 'audit-numbers'});
    times.forEach((one) => {
        const number = Object.assign(document.createElement('span'), {
            className: `audit-number round-${(one.round - 1) % ROUNDS + 1}`,
            textContent: one.number,
            title: [one.entered.textContent, one.took].filter(Boolean).join(', '),
        });
        number.classList.toggle('is-current', one.number === at);
        number.addEventListener('click', () => go(one.number));
        all.append(number);
    });
    const last = times.at(-1);
    const lasting = last.number === at ? [last.entered.textContent, last.took].filter(Boolean).join(' · ') : last.took;
    if (lasting && (last.number === at || !/^0\u00a0/u.test(lasting))) {
        all.append(Object.assign(document.createElement('span'), {className: 'audit-lasting', textContent: lasting}));
    }
    return all;
}

/** Lights the element of a row that is pointed at. */
function light(step) {
    lit && viewers.get(lit.drawing)?.unmark(lit.element, 'is-lit');
    lit = step;
    step && viewers.get(step.drawing)?.mark(step.element, 'is-lit');
}

/** Scrolls the list alone: the page stays where its reader is. */
function keepInSight(row) {
    const box = row.closest('.audit-steps');
    const top = row.offsetTop;
    if (top < box.scrollTop || top + row.offsetHeight > box.scrollTop + box.clientHeight) {
        box.scrollTop = top - box.clientHeight / 2;
    }
}

function words(list) {
    return (list ?? '').split(' ').filter(Boolean);
}
