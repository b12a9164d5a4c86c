// A process in the viewer of bpmn-js; see viewers.js.

import {load, vendor} from '../shared/loading.js';
import {zoomCanvas} from './zooming.js';

const PARTS = ['diagram-js.css', 'bpmn-js.css', 'bpmn-font/css/bpmn.css', 'camunda-platform-navigated-viewer.production.min.js'];
const ROOM = 40;
const READABLE = 0.9;
const NEAR = 26;

export async function openProcess(container, content) {
    await Promise.all(PARTS.map((part) => load(vendor(`camunda-bpmn-js/${part}`))));
    const viewer = new globalThis.BpmnNavigatedViewer({container});
    await viewer.importXML(content);
    return new Diagram(viewer, viewer.getDefinitions());
}

/** A drawn process. */
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

    put(id, html, position = {top: -12, right: 14}, scale = {min: 0.8, max: 1.4}) {
        if (!this.has(id)) {
            return () => {};
        }
        const overlays = this.#viewer.get('overlays');
        const overlay = overlays.add(id, {position, html, scale});
        return () => overlays.remove(overlay);
    }

    /** On a flow, where it leaves the element it comes from. */
    putOnWay(id, html, scale) {
        const waypoints = this.#element(id)?.waypoints;
        if (!waypoints) {
            return () => {};
        }
        const [from, to] = waypoints;
        const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
        const part = Math.min(0.5, NEAR / length);
        const {x, y} = boxOf({waypoints});
        return this.put(id, html, {left: from.x + (to.x - from.x) * part - x, top: from.y + (to.y - from.y) * part - y}, scale);
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
        zoomCanvas(this.#viewer.get('canvas'), way);
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
