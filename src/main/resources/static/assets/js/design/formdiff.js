// The differences of two forms: their parts are matched by id, and where a tool has given new ones by key.

import {changes, flatJson, movedAmong} from './flat.js';

const LEFT_OUT = ['id', 'components', '$type'];

/** As `{kind, id, type, name, attributes}`. */
export function formDifferences(before, after) {
    const olds = new Map(parts(before).map((part) => [part.id, part]));
    const news = matched(olds, parts(after));
    const removed = [...olds.values()].filter(({id}) => !news.has(id)).map((part) => told('removed', part, part.id));
    const others = [...news].flatMap(([id, part]) => {
        if (!olds.has(id)) {
            return [told('added', part, id)];
        }
        const attributes = changes(flatJson(olds.get(id), LEFT_OUT), flatJson(part, LEFT_OUT));
        return attributes.length > 0 ? [{...told('changed', part, id), attributes}] : [];
    });
    const known = new Set(others.map(({id}) => id));
    const moved = movedAmong([...olds.keys()], [...news.keys()]).filter((id) => !known.has(id)).map((id) => told('moved', news.get(id), id));
    return [...removed, ...others, ...moved];
}

function parts({components = []}) {
    return components.flatMap((part) => [part, ...parts(part)]);
}

function matched(olds, list) {
    const ids = new Set(list.map(({id}) => id));
    const free = new Map([...olds.values()].filter(({id, key}) => key && !ids.has(id)).map(({id, key}) => [key, id]));
    return new Map(list.map((part) => [olds.has(part.id) ? part.id : (free.get(part.key) ?? part.id), part]));
}

function told(kind, part, id) {
    return {kind, id, type: `form.${part.type}`, name: part.label ?? part.key ?? part.text ?? ''};
}
