// Decisions in the viewer of dmn-js; see viewers.js.

import {load, vendor} from '../shared/loading.js';
import {inOurWords} from './dmnwords.js';
import {text} from '../shared/texts.js';
import {zoomCanvas} from './zooming.js';

const PARTS = ['diagram-js.css', 'dmn-js-shared.css', 'dmn-js-drd.css', 'dmn-js-decision-table.css', 'dmn-js-decision-table-controls.css',
    'dmn-js-literal-expression.css', 'dmn-js-boxed-expression.css', 'dmn-js-boxed-expression-controls.css', 'dmn-font/css/dmn.css',
    'dmn-navigated-viewer.production.min.js'];

export async function openDecision(container, content) {
    await Promise.all(PARTS.map((part) => load(vendor(`dmn-js/${part}`))));
    const viewer = new globalThis.DmnJS(inOurWords(container));
    await viewer.importXML(content);
    const decision = new Decision(viewer, container);
    const table = decision.views().find(({type}) => type !== 'drd');
    table && await decision.open(table);
    return decision;
}

/** Decisions: tables, expressions, and the drawing of what each requires, one of them at a time. */
class Decision {
    #viewer;
    #container;

    constructor(viewer, container) {
        this.#viewer = viewer;
        this.#container = container;
        this.#fit();
    }

    root() {
        return this.#viewer.getDefinitions();
    }

    views() {
        return this.#viewer.getViews();
    }

    shown() {
        return this.#viewer.getActiveView();
    }

    async open(view) {
        await this.#viewer.open(view);
        this.#fit();
    }

    /** A row or a column of a table by its id, or a shape of the drawing. */
    mark(id, name) {
        this.#find(id).forEach((element) => element.classList.add(name));
    }

    unmark(id, name) {
        this.#find(id).forEach((element) => element.classList.remove(name));
    }

    choose(id) {
        this.#container.querySelectorAll('.is-chosen').forEach((element) => element.classList.remove('is-chosen'));
        this.mark(id, 'is-chosen');
        this.#find(id)[0]?.scrollIntoView({block: 'nearest'});
    }

    zoom(way) {
        const canvas = this.#isDrawn() && this.#viewer.getActiveViewer().get('canvas');
        canvas && zoomCanvas(canvas, way);
    }

    isDrawn() {
        return this.#isDrawn();
    }

    #isDrawn() {
        return this.shown()?.type === 'drd';
    }

    #fit() {
        this.#container.classList.toggle('scrolls', !this.#isDrawn());
        this.#describe();
        requestAnimationFrame(() => this.zoom('fit')); // in the frame as it is then
    }

    // A wide table is scrolled by keys, too, and its first column has a name.
    #describe() {
        const table = this.#container.querySelector('.tjs-table-container');
        if (table) {
            Object.assign(table, {tabIndex: 0, role: 'group', ariaLabel: this.shown().name ?? this.shown().element.id});
            const head = table.querySelector('th.index-column');
            head?.childElementCount === 0 && head.append(Object.assign(document.createElement('span'), {className: 'visually-hidden', textContent: text('design.type.rule')}));
        }
    }

    #find(id) {
        return [...this.#container.querySelectorAll(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"], [data-col-id="${CSS.escape(id)}"]`)];
    }
}
