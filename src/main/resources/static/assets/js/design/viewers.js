// Opens a process, a decision or a form in the viewer of its kind, as bpmn.io publishes it (docs/vendored.md); its mark has to
// stay visible. The viewers are big: each is loaded where one of its kind is shown. They look alike from here:
// `mark(id, name)`, `unmark(id, name)`, `put(id, element, place)` lays something of ours on an element and answers how to take it
// away, `choose(id)` shows and marks it, `approach(id)` zooms in on it, `onChoose(listener)` tells its id, `zoom('in' | 'out' | 'fit')`, `ids()`, `about(id)` is
// what the file says of it, `root()` of all, `views()` and `open(view)` are of decisions only.

import {at} from '../shared/address.js';
import {loadViewer} from '../desk/form.js';
import {text, textOr} from '../shared/texts.js';
import {Unreachable} from '../shared/api.js';

const VENDOR = new URL('../../../vendor/', import.meta.url);
const PATIENCE = 15_000;
const STEP = 1.25;
const ROOM = 40;
const READABLE = 0.9;

/** The file at this address, as text. */
export async function fileAt(address) {
    const response = await fetch(at(address), {credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE)});
    if (!response.ok) {
        throw new Unreachable(`HTTP ${response.status}`, {status: response.status});
    }
    return response.text();
}

/** Shows the content in the container. */
export async function openViewer(kind, container, content) {
    return {PROCESS: openProcess, DECISION: openDecision, FORM: openForm}[kind](container, content);
}

async function openProcess(container, content) {
    await load('camunda-bpmn-js/', ['diagram-js.css', 'bpmn-js.css', 'bpmn-font/css/bpmn.css'], 'camunda-platform-navigated-viewer.production.min.js');
    const viewer = new globalThis.BpmnNavigatedViewer({container});
    await viewer.importXML(content);
    return new Diagram(viewer, viewer.getDefinitions());
}

/** A drawn process, or the drawing of what decisions require. */
class Diagram {
    #viewer;
    #chosen;

    constructor(viewer, definitions) {
        this.#viewer = viewer;
        this.definitions = definitions;
        this.zoom('fit');
    }

    root() {
        return this.definitions;
    }

    ids() {
        return this.#viewer.get('elementRegistry').filter((element) => element.type !== 'label' && element.parent).map(({id}) => id);
    }

    has(id) {
        return Boolean(this.#element(id));
    }

    about(id) {
        return this.#element(id)?.businessObject;
    }

    mark(id, name) {
        this.has(id) && this.#viewer.get('canvas').addMarker(id, name);
    }

    unmark(id, name) {
        this.has(id) && this.#viewer.get('canvas').removeMarker(id, name);
    }

    put(id, html, position = {top: -12, right: 14}) {
        if (!this.has(id)) {
            return () => {};
        }
        const overlays = this.#viewer.get('overlays');
        const overlay = overlays.add(id, {position, html, scale: {min: 0.8, max: 1.4}});
        return () => overlays.remove(overlay);
    }

    choose(id) {
        this.#chosen && this.unmark(this.#chosen, 'is-chosen');
        this.#chosen = id;
        const element = this.#element(id);
        if (element) {
            this.mark(id, 'is-chosen');
            this.#viewer.get('canvas').scrollToElement(element, ROOM);
        }
    }

    /** Moves to the element, near enough to read what stands there. */
    approach(id) {
        const element = this.#element(id);
        if (element) {
            const canvas = this.#viewer.get('canvas');
            const {scale, outer} = canvas.viewbox();
            const {x, y, width, height} = boxOf(element);
            const near = Math.max(scale, READABLE);
            const size = {width: outer.width / near, height: outer.height / near};
            canvas.viewbox({x: x + (width - size.width) / 2, y: y + (height - size.height) / 2, ...size});
        }
    }

    onChoose(listener) {
        this.#viewer.on('element.click', ({element}) => {
            const {id} = element.labelTarget ?? element;
            element.parent && this.choose(id);
            listener(element.parent ? id : null);
        });
    }

    zoom(way) {
        const canvas = this.#viewer.get('canvas');
        if (way === 'fit') {
            canvas.zoom('fit-viewport', 'auto');
        } else {
            canvas.zoom(canvas.zoom() * (way === 'in' ? STEP : 1 / STEP));
        }
    }

    viewbox() {
        return this.#viewer.get('canvas').viewbox();
    }

    /** Moves as the other one does, whichever is moved. */
    follow(other) {
        let following = false;
        const join = (from, to) => from.#viewer.on('canvas.viewbox.changed', ({viewbox: {x, y, width, height}}) => {
            if (following) {
                return;
            }
            following = true;
            to.#viewer.get('canvas').viewbox({x, y, width, height});
            following = false;
        });
        join(this, other);
        join(other, this);
    }

    #element(id) {
        return this.#viewer.get('elementRegistry').get(id);
    }
}

/** Where a shape or a connection is. */
function boxOf({x, y, width, height, waypoints}) {
    if (!waypoints) {
        return {x, y, width, height};
    }
    const [xs, ys] = [waypoints.map((point) => point.x), waypoints.map((point) => point.y)];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return {x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top};
}

async function openDecision(container, content) {
    const styles = ['diagram-js.css', 'dmn-js-shared.css', 'dmn-js-drd.css', 'dmn-js-decision-table.css', 'dmn-js-decision-table-controls.css',
        'dmn-js-literal-expression.css', 'dmn-js-boxed-expression.css', 'dmn-js-boxed-expression-controls.css', 'dmn-font/css/dmn.css'];
    await load('dmn-js/', styles, 'dmn-navigated-viewer.production.min.js');
    const translated = {additionalModules: [{translate: ['value', translate]}]};
    const viewer = new globalThis.DmnJS({container, drd: translated, decisionTable: translated, literalExpression: translated, boxedExpression: translated});
    await viewer.importXML(content);
    const decision = new Decision(viewer, container);
    const table = decision.views().find(({type}) => type !== 'drd');
    table && await decision.open(table);
    return decision;
}

/** The words of its own that whoever draws decisions says, such as "Hit policy:". */
export function translate(template, replacements = {}) {
    const words = textOr(`design.dmn.${template.replace(/[^a-z]/gi, '').toLowerCase()}`, template);
    return words.replace(/\{(\w+)\}/g, (whole, name) => replacements[name] ?? whole);
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
        if (canvas && way === 'fit') {
            canvas.resized();
            canvas.zoom('fit-viewport', 'auto');
        } else if (canvas) {
            canvas.zoom(canvas.zoom() * (way === 'in' ? STEP : 1 / STEP));
        }
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

async function openForm(container, content) {
    const {Form} = await loadViewer();
    const schema = JSON.parse(content);
    const form = new Form({container});
    await form.importSchema(schema);
    form.setProperty('readOnly', true);
    container.classList.add('scrolls', 'form');
    return new ShownForm(schema, container);
}

/** A form that cannot be filled in. */
class ShownForm {
    #schema;
    #container;

    constructor(schema, container) {
        this.#schema = schema;
        this.#container = container;
    }

    root() {
        return this.#schema;
    }

    mark(id, name) {
        this.#find(id)?.classList.add(name);
    }

    choose(id) {
        this.#container.querySelectorAll('.is-chosen').forEach((element) => element.classList.remove('is-chosen'));
        this.mark(id, 'is-chosen');
        this.#find(id)?.scrollIntoView({block: 'nearest'});
    }

    zoom() {}

    #find(id) {
        const own = (element) => (element.id || element.htmlFor).replace(/^fjs-form-\w+-/, '');
        const fits = (element) => own(element) === id || own(element).startsWith(`${id}-`);
        return [...this.#container.querySelectorAll('[id^="fjs-form-"], label[for^="fjs-form-"]')].find(fits)?.closest('.fjs-form-field');
    }
}

async function load(folder, styles, script) {
    const base = new URL(folder, VENDOR);
    await Promise.all([...styles.map((style) => add('link', {rel: 'stylesheet', href: new URL(style, base).href})), add('script', {src: new URL(script, base).href})]);
}

const added = new Map();

function add(tag, attributes) {
    const key = attributes.href ?? attributes.src;
    if (!added.has(key)) {
        added.set(key, new Promise((done, failed) => {
            const element = Object.assign(document.createElement(tag), attributes);
            element.addEventListener('load', done);
            element.addEventListener('error', () => failed(new Unreachable(key)));
            document.head.append(element);
        }));
    }
    return added.get(key);
}
