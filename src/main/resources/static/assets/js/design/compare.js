// Two versions beside each other: both viewers, moved together; what is different marked in them by a colour, a line and a
// sign; and the same in words, where a choice leads both viewers there.

import {decisionDifferences} from './decisiondiff.js';
import {openBeside, tellNotShown} from './viewers.js';
import {formDifferences} from './formdiff.js';
import {processDifferences} from './processdiff.js';
import {sentence, titleOf} from './differencewords.js';
import {text} from '../shared/texts.js';
import {wireZoom} from './zooming.js';

const SIGNS = {added: '+', removed: '−', changed: '≠', moved: '→'};
const FINDERS = {PROCESS: processDifferences, DECISION: decisionDifferences, FORM: formDifferences};

const comparison = document.getElementById('comparison');
const {kind} = comparison.dataset;

show().catch((failure) => {
    tellNotShown(failure, comparison);
    comparison.querySelector('[data-summary]').hidden = true;
});

async function show() {
    const places = [...comparison.querySelectorAll('[data-side]')];
    const [before, after] = await openBeside(kind, places);
    const differences = FINDERS[kind](before.root(), after.root());
    for (const difference of differences) {
        mark(before, difference, 'added');
        mark(after, difference, 'removed');
    }
    wireZoom((way) => {
        after.zoom(way);
        before.follow || before.zoom(way);
    });
    tell(differences, before, after);
}

/** What was added is not in the earlier one, and what was removed not in the later one. */
function mark(viewer, {kind: what, id}, absent) {
    if (what !== absent) {
        viewer.mark(id, `is-${what}`);
        const sign = Object.assign(document.createElement('div'), {className: `sign ${what}`, textContent: SIGNS[what]});
        sign.title = text(`design.${what}`);
        viewer.put?.(id, sign, {top: -12, left: -8});
    }
}

function tell(differences, before, after) {
    const seen = differences.filter(({quiet}) => !quiet);
    const summary = comparison.querySelector('[data-summary]');
    const count = (what) => seen.filter((difference) => difference.kind === what).length;
    summary.textContent = seen.length === 0
        ? text('design.same')
        : text('design.summary', count('added'), count('removed'), count('changed'), count('moved'));
    comparison.querySelector('[data-differences]').replaceChildren(...seen.map((difference) => item(difference, before, after)));
}

function item(difference, before, after) {
    const line = Object.assign(document.createElement('li'), {className: difference.kind});
    const button = Object.assign(document.createElement('button'), {type: 'button', className: 'link', textContent: titleOf(difference)});
    button.addEventListener('click', () => {
        before.choose(difference.id);
        after.choose(difference.id);
        (difference.kind === 'removed' ? before : after).approach?.(difference.id);
        comparison.querySelector('[data-side]').scrollIntoView({block: 'nearest'});
        comparison.querySelectorAll('[aria-current]').forEach((other) => other.removeAttribute('aria-current'));
        button.setAttribute('aria-current', 'true');
    });
    line.append(button);
    const sentences = (difference.attributes ?? []).map(sentence).concat(difference.moved ? text('design.movedToo') : []);
    if (sentences.length > 0) {
        const list = document.createElement('ul');
        list.append(...sentences.map((words) => Object.assign(document.createElement('li'), {textContent: words})));
        line.append(list);
    }
    return line;
}
