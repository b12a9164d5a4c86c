// The figures of one version, or of two beside each other, on their diagrams.

import {Heat} from './heat.js';
import {fileAt, openBeside, openViewer, tellNotShown} from '../design/viewers.js';
import {wireZoom} from '../design/zooming.js';

const parts = [...document.querySelectorAll('[data-heat]')];
const measures = [...document.querySelectorAll('[name="measure"]')];
// Of the screen, in pixels: on a smaller one nobody reads the numbers of a whole diagram.
const NARROW = 600;
let heats = [];
let viewers = [];

show().catch((failure) => parts.forEach((part) => tellNotShown(failure, part)));

async function show() {
    const places = parts.map((part) => part.querySelector('.model-viewer'));
    viewers = places.length === 2 ? await openBeside('PROCESS', places) : [await openViewer('PROCESS', places[0], await fileAt(places[0].dataset.file))];
    heats = parts.map((part, index) => new Heat(viewers[index], {...tables(part.dataset.heat), legend: part.querySelector('[data-legend]')}));
    wireZoom((way) => viewers.at(-1).zoom(way));
    measures.forEach((measure) => measure.addEventListener('change', draw));
    wireNames();
    draw();
    if (innerWidth < NARROW) {
        heats.forEach((heat) => heat.approach());
    }
    // All of it is printed, whatever part of it was looked at.
    addEventListener('beforeprint', () => viewers.forEach((viewer) => viewer.zoom('fit')));
}

function tables(side) {
    const within = document.querySelector(`[data-figures="${side}"]`) ?? document;
    return {
        elements: [...within.querySelectorAll('.heat-elements tr[data-element]')],
        flows: [...within.querySelectorAll('.heat-flows tr[data-flow]')],
    };
}

function draw() {
    const measure = measures.find(({checked}) => checked).value;
    heats.forEach((heat) => heat.show(measure));
}

function wireNames() {
    document.querySelectorAll('[data-select]').forEach((button) => button.addEventListener('click', () => {
        viewers.forEach((viewer) => viewer.choose(button.dataset.select));
        parts[0].scrollIntoView({block: 'nearest'});
    }));
}
