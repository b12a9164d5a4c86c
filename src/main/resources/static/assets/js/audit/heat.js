// Lays figures on a diagram: each element is the darker, the more there is, with the number on it; each way out of a gateway
// has its share on it, and is the broader, the more went there. The numbers are those of tables of the page, as written there.

import {text} from '../shared/texts.js';

const LEVELS = 5;
const WIDTHS = 4;
const SHORT = 1;
// There are more of them than of other things on diagrams: they shrink with it.
const SCALE = {min: 0.4, max: 1.4};
// Filled, it would hide behind its colour what is in it.
const AROUND_OTHERS = /subProcess|SubProcess|transaction/;

export class Heat {
    #viewer;
    #rows;
    #legend;
    #laid = [];

    /** @param elements the rows of the table of elements; flows those of the ways; legend the place for what colours mean */
    constructor(viewer, {elements, flows, legend}) {
        this.#viewer = viewer;
        this.#rows = elements;
        this.#legend = legend;
        this.#layFlows(flows);
    }

    /** @param measure `passes`, `median` or `p95` */
    show(measure) {
        this.#laid.forEach((takeAway) => takeAway());
        this.#laid = [];
        const shown = this.#rows.map((row) => ({
            id: row.dataset.element,
            value: Number(row.dataset[measure] ?? 0),
            words: row.querySelector(`[data-measure="${measure}"]`).textContent,
            passed: Number(row.dataset.passes) > 0,
        }));
        const level = measure === 'passes' ? byShare(shown) : byLength(shown);
        const levels = Array.from({length: LEVELS + 1}, () => []);
        for (const one of shown) {
            const of = level(one.value);
            levels[of].push(one);
            this.#lay(one, of);
        }
        this.#tell(levels, measure);
    }

    /** Moves to the first step of people or of the server that cases went through, near enough to read its number. */
    approach() {
        const passed = this.#rows.filter(({dataset}) => Number(dataset.passes) > 0).map(({dataset}) => dataset.element);
        const first = passed.find((id) => /Task$/.test(this.#viewer.about(id)?.$type ?? '')) ?? passed[0];
        first && this.#viewer.approach(first);
    }

    #lay(one, level) {
        const type = this.#viewer.about(one.id)?.$type ?? '';
        if (level > 0 && !AROUND_OTHERS.test(type)) {
            this.#viewer.mark(one.id, `heat-${level}`);
            this.#laid.push(() => this.#viewer.unmark(one.id, `heat-${level}`));
        } else if (!one.passed) {
            this.#viewer.mark(one.id, 'heat-never');
            this.#laid.push(() => this.#viewer.unmark(one.id, 'heat-never'));
        }
        // Where ways only join, the number is that of what follows.
        const says = !/Gateway/.test(type) || this.#viewer.about(one.id).name;
        if (level > 0 && says) {
            const number = Object.assign(document.createElement('div'), {className: 'heat-number', textContent: one.words});
            this.#laid.push(this.#viewer.put(one.id, number, {top: -11, right: 16}, SCALE));
        }
    }

    #layFlows(flows) {
        const most = Math.max(1, ...flows.map(({dataset}) => Number(dataset.passes)));
        for (const {dataset, textContent} of flows) {
            const passes = Number(dataset.passes);
            const width = passes === 0 ? 0 : Math.max(1, Math.ceil((passes / most) * WIDTHS));
            this.#viewer.mark(dataset.flow, `heat-way-${width}`);
            const share = textContent.trim();
            if (share && passes > 0) {
                const label = Object.assign(document.createElement('div'), {className: 'heat-share', textContent: share});
                label.title = text('figures.way', share, passes);
                this.#viewer.putOnWay(dataset.flow, label, SCALE);
            }
        }
    }

    #tell(levels, measure) {
        const items = levels.flatMap((found, level) => {
            const words = level === 0 ? [text(measure === 'passes' ? 'figures.nobody' : 'figures.short')] : range(found);
            return found.length === 0 ? [] : [item(level, words.join(''))];
        });
        this.#legend.querySelector('[data-levels]').replaceChildren(...items);
        this.#legend.hidden = items.length < 2;
    }
}

/** In fifths of the most. */
function byShare(shown) {
    const most = Math.max(1, ...shown.map(({value}) => value));
    return (value) => Math.ceil((value / most) * LEVELS);
}

/** In five equal factors from the shortest to the longest: a call and a night of waiting are far apart. */
function byLength(shown) {
    const long = shown.map(({value}) => value).filter((value) => value >= SHORT);
    const [shortest, longest] = [Math.min(...long), Math.max(...long)];
    const whole = Math.log(longest / shortest);
    return (value) => {
        if (value < SHORT) {
            return 0;
        }
        return whole > 0 ? Math.min(LEVELS, 1 + Math.floor((Math.log(value / shortest) / whole) * LEVELS)) : LEVELS;
    };
}

function range(found) {
    const sorted = found.toSorted((one, other) => one.value - other.value);
    const [first, last] = [sorted[0], sorted.at(-1)].map((one) => one?.words);
    return [first === last ? first : text('figures.range', first, last)];
}

function item(level, words) {
    const made = document.createElement('li');
    const colour = Object.assign(document.createElement('span'), {className: `heat-colour heat-colour-${level}`});
    colour.setAttribute('aria-hidden', 'true');
    made.append(colour, ` ${words}`);
    return made;
}
