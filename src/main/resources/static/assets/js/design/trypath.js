// The path of a case that was played, in its diagram: lights up step by step, with a list beside it. Whoever wants less motion
// sees the whole path at once and steps by hand.

import {formatDateTime} from '../shared/times.js';
import {pairs} from './pairs.js';
import {text, textOr} from '../shared/texts.js';

const EVERY = 350;
const rows = document.querySelector('#steps tbody');
const position = document.getElementById('position');
const playButton = document.getElementById('play');
const facts = document.getElementById('facts');

export class PathPlayer {
    #viewer;
    #steps = [];
    #failed = null;
    #at = 0;
    #timer = null;
    #marked = [];

    constructor(viewer) {
        this.#viewer = viewer;
        document.getElementById('back').onclick = () => this.#go(this.#at - 1);
        document.getElementById('on').onclick = () => this.#go(this.#at + 1);
        playButton.onclick = () => this.#timer ? this.stop() : this.#play();
        position.oninput = () => this.#go(Number(position.value));
        viewer.onChoose((id) => this.#goToLast(id));
    }

    /** Takes another path, whose last step is shown at once. */
    show({steps, problem}) {
        this.stop();
        this.#steps = steps;
        this.#failed = problem?.elementId ?? null;
        position.max = steps.length;
        rows.replaceChildren(...steps.map((step, index) => this.#row(step, index)));
        this.#go(steps.length);
    }

    /** What an element is called, by people. */
    nameOf(id) {
        return this.#viewer.about(id)?.name || id;
    }

    stop() {
        clearInterval(this.#timer);
        this.#timer = null;
        playButton.textContent = text('trials.play');
    }

    #play() {
        this.#at >= this.#steps.length && this.#go(0);
        if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
            this.#go(this.#steps.length);
            return;
        }
        playButton.textContent = text('trials.pause');
        this.#timer = setInterval(() => {
            this.#draw(this.#at + 1);
            this.#at >= this.#steps.length && this.stop();
        }, EVERY);
    }

    #goToLast(id) {
        const found = this.#steps.map(({elementId}) => elementId).lastIndexOf(id);
        found >= 0 && this.#go(found + 1);
    }

    #go(to) {
        this.stop();
        this.#draw(to);
    }

    #draw(to) {
        this.#at = Math.max(0, Math.min(to, this.#steps.length));
        this.#marked.forEach(([id, name]) => this.#viewer.unmark(id, name));
        this.#marked = [];
        this.#steps.slice(0, this.#at).forEach(({elementId, flow}) => {
            flow && this.#mark(flow, 'is-passed');
            this.#mark(elementId, 'is-passed');
        });
        const here = this.#steps[this.#at - 1];
        here && this.#mark(here.elementId, 'is-here');
        this.#failed && this.#at === this.#steps.length && this.#mark(this.#failed, 'is-failed');
        position.value = this.#at;
        const said = text('trials.stepOf', this.#at, this.#steps.length);
        position.setAttribute('aria-valuetext', here ? `${said}: ${this.nameOf(here.elementId)}` : said);
        document.getElementById('of').textContent = said;
        this.#tell(here);
    }

    #mark(id, name) {
        this.#viewer.mark(id, name);
        this.#marked.push([id, name]);
    }

    #tell(step) {
        [...rows.rows].forEach((row, index) => {
            const current = index === this.#at - 1;
            row.toggleAttribute('aria-current', current);
            current && row.setAttribute('aria-current', 'step');
            current && keepInSight(row);
        });
        facts.replaceChildren(...(step ? this.#facts(step) : []));
    }

    #facts(step) {
        const parts = [listOf([
            [text('trials.element'), this.nameOf(step.elementId)],
            [text('trials.id'), step.elementId],
            [text('trials.at'), formatDateTime(step.at)],
        ])];
        if (step.decision) {
            parts.push(heading(text('trials.decision')), listOf([
                [text('trials.rule'), ruleOf(step.decision)],
                ...Object.entries(step.decision.inputs).map(([name, value]) => [`${name} →`, shown(value)]),
                ...Object.entries(step.decision.outputs).map(([name, value]) => [`→ ${name}`, shown(value)]),
            ]));
        }
        parts.push(heading(text('trials.variables')), listOf(Object.entries(step.variables).map(([name, value]) => [name, shown(value)])));
        return parts;
    }

    #row(step, index) {
        const row = document.createElement('tr');
        const at = Object.assign(document.createElement('time'), {dateTime: step.at, textContent: formatDateTime(step.at)});
        const button = Object.assign(document.createElement('button'), {type: 'button', className: 'link', textContent: this.nameOf(step.elementId)});
        button.addEventListener('click', () => this.#go(index + 1));
        const kind = Object.assign(document.createElement('span'), {className: 'muted id', textContent: textOr(`design.type.${step.type}`, step.type)});
        row.append(cell('td', at), cell('th', button, kind), cell('td', changes(step, this.#steps[index - 1])));
        row.querySelector('th').scope = 'row';
        return row;
    }
}

/** Scrolls the list alone: the page stays where its reader is. */
function keepInSight(row) {
    const box = row.closest('.trial-steps');
    const top = row.offsetTop;
    if (top < box.scrollTop || top + row.offsetHeight > box.scrollTop + box.clientHeight) {
        box.scrollTop = top - box.clientHeight / 2;
    }
}

function changes(step, before) {
    const changed = Object.entries(step.variables)
        .filter(([name, value]) => JSON.stringify(before?.variables[name]) !== JSON.stringify(value))
        .map(([name, value]) => `${name} = ${shown(value)}`);
    return [step.decision && text('trials.fired', ruleOf(step.decision)), ...changed].filter(Boolean).join('; ') || '–';
}

function ruleOf({rules}) {
    return rules.map(({id, number}) => `${number} (${id})`).join(', ') || '–';
}

function shown(value) {
    return value === null ? '–' : String(value);
}

function cell(tag, ...content) {
    const made = document.createElement(tag);
    made.append(...content);
    return made;
}

function heading(words) {
    return Object.assign(document.createElement('h3'), {textContent: words});
}

function listOf(entries) {
    const made = Object.assign(document.createElement('dl'), {className: 'pairs'});
    made.append(...pairs(entries));
    return made;
}
