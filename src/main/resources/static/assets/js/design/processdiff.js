// The differences of two processes. bpmn-js-differ knows what was added, removed and moved; it does not look into timers and
// messages of events, so that what an element says is compared here.

import {changes} from './flat.js';
import {diff} from '../../../vendor/bpmn-js-differ/bpmn-js-differ.esm.js';

const PARTS = ['flowElements', 'laneSets', 'lanes', 'artifacts', 'participants', 'messageFlows', 'childLaneSet'];
// What leads in and out is told of the flows.
const LEFT_OUT = new Set([...PARTS, 'id', 'di', 'incoming', 'outgoing', 'flowNodeRef', '$type', 'lanes']);
// What another element is called says nothing of this one.
const REFERENCES = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'default']);
const SHOWN = new Set(['name', 'body', 'text', 'value']);

/** As `{kind, id, type, name, attributes}`; `quiet` ones are seen in the drawing only. */
export function processDifferences(before, after) {
    const found = diff(before, after);
    const [olds, news] = [elements(before), elements(after)];
    const differences = [];
    for (const [id, element] of olds) {
        if (!news.has(id)) {
            differences.push(told('removed', element));
        }
    }
    for (const [id, element] of news) {
        if (olds.has(id)) {
            const attributes = changes(flat(olds.get(id)), flat(element)).map((one) => named(one, olds, news));
            const moved = Boolean(found._layoutChanged[id]);
            if (attributes.length > 0) {
                differences.push({...told('changed', element), attributes, moved: moved && !element.sourceRef});
            } else if (moved) {
                differences.push({...told('moved', element), quiet: Boolean(element.sourceRef)});
            }
        } else {
            differences.push(told('added', element));
        }
    }
    return differences;
}

function named({name, before, after}, olds, news) {
    const word = (id, elements) => (REFERENCES.has(name) && id ? elements.get(id)?.name || id : id);
    return {name, before: word(before, olds), after: word(after, news)};
}

function told(kind, element) {
    const name = element.$type.replace(/^\w+:/, '');
    return {kind, id: element.id, type: `${name[0].toLowerCase()}${name.slice(1)}`, name: element.name ?? element.text ?? ''};
}

/** All that can be drawn, and the processes themselves, by their ids. */
function elements(definitions) {
    const found = new Map();
    const add = (element) => {
        element.id && element.$type !== 'bpmn:LaneSet' && found.set(element.id, element);
        PARTS.flatMap((part) => element[part] ?? []).forEach(add);
    };
    (definitions.rootElements ?? []).filter(({$type}) => /^bpmn:(Process|Collaboration)$/.test($type)).forEach(add);
    return found;
}

/** What an element says, by the paths to it. */
function flat(element, path = '', found = new Map()) {
    if (path === '') {
        found.set('type', element.$type.replace(/^\w+:/, ''));
    }
    for (const {name, isReference, ns} of element.$descriptor?.properties ?? []) {
        const key = ns.localName;
        if (!LEFT_OUT.has(key) && (Object.hasOwn(element, key) || Object.hasOwn(element, name))) {
            put(found, join(path, key), element.get(name), isReference);
        }
    }
    Object.entries(element.$attrs ?? {}).filter(([name]) => name !== 'xsi:type').forEach(([name, value]) => put(found, join(path, name.replace(/^\w+:/, '')), value, false));
    // Elements of namespaces that the viewer does not know are kept as they were written.
    if (!element.$descriptor?.properties) {
        Object.entries(element).filter(([key]) => !key.startsWith('$')).forEach(([key, value]) => put(found, join(path, key), value, false));
    }
    return found;
}

function put(found, path, value, isReference) {
    if (Array.isArray(value)) {
        value.forEach((one, index) => put(found, value.length === 1 ? path : `${path}[${index}]`, one, isReference));
    } else if (value?.$type && isReference) {
        found.set(path, REFERENCES.has(path) ? value.id : value.name || value.id);
    } else if (value?.$type) {
        path.startsWith('extensionElements') && found.set(path, value.$type.replace(/^\w+:/, ''));
        flat(value, path, found);
    } else if (value !== undefined && value !== null && value !== '') {
        found.set(path, String(value));
    }
}

// The word of an attribute is that of the nearest thing that has one: the text of a timer is what it waits.
function join(path, name) {
    const owner = path.replace(/^eventDefinitions(\[\d+\])?\.?/, '');
    return owner && SHOWN.has(name) ? owner : [owner, name].filter(Boolean).join('.');
}
