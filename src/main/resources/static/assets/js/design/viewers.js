// Opens a process, a decision or a form in the viewer of its kind, as bpmn.io publishes it (docs/vendored.md); its mark has to
// stay visible. The viewers are big: each is loaded where one of its kind is shown. They look alike from here:
// `mark(id, name)`, `unmark(id, name)`, `put(id, element, place)` lays something of ours on an element and answers how to take
// it away (`putOnWay(id, element)` on a flow of a process), `choose(id)` shows and marks it, `approach(id)` zooms in on it, `onChoose(listener)` tells its id,
// `zoom('in' | 'out' | 'fit')`, `ids()`, `about(id)` is what the file says of it, `root()` of all, `views()` and `open(view)` are
// of decisions only.

import {at} from '../shared/address.js';
import {text} from '../shared/texts.js';
import {Unreachable} from '../shared/api.js';
import {openDecision} from './decisionviewer.js';
import {openForm} from './formviewer.js';
import {openProcess} from './processviewer.js';

const PATIENCE = 15_000;
const OPENERS = {PROCESS: openProcess, DECISION: openDecision, FORM: openForm};

/** The file at this address, as text. */
export async function fileAt(address) {
    const response = await fetch(at(address), {credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE)});
    if (!response.ok) {
        throw new Unreachable(`HTTP ${response.status}`, {status: response.status});
    }
    return response.text();
}

/** Shows the content in the container. */
export function openViewer(kind, container, content) {
    return OPENERS[kind](container, content);
}

/** Shows two files beside each other, which move together where they are drawings. */
export async function openBeside(kind, places) {
    const files = await Promise.all(places.map((place) => fileAt(place.dataset.file)));
    const [before, after] = await Promise.all(places.map((place, index) => openViewer(kind, place, files[index])));
    before.follow?.(after);
    return [before, after];
}

/** Says in the place for it that nothing can be shown. */
export function tellNotShown(failure, part = document, words = text('design.notShown')) {
    console.info(failure);
    const place = part.querySelector('[data-failed]');
    place.textContent = words;
    place.hidden = false;
}

/** How many cases wait at an element, to be put on it. */
export function waitingHere(count) {
    const badge = Object.assign(document.createElement('div'), {className: 'waiting-here', textContent: count});
    badge.title = text('design.waitingHere', count);
    return badge;
}
