// What is different, in plain words.

import {text, textOr} from '../shared/texts.js';

const LONGEST = 200;

/** Such as "Changed: Timer event “No call made in time”". */
export function titleOf({kind, type, name, id}) {
    const what = textOr(`design.type.${type}`, type);
    if (type === 'rule') {
        return text(`design.${kind}.what`, text('design.unnamed', what, name));
    }
    return text(`design.${kind}.what`, name ? text('design.named', what, short(name)) : text('design.unnamed', what, id));
}

/** Such as "now waits PT10M instead of PT5M": `{name, before, after}`, of which what was or is not there is undefined. */
export function sentence({name, before, after}) {
    const word = textOr(`design.attribute.${name}`, name);
    if (before === undefined) {
        return text('design.now', word, short(after));
    }
    if (after === undefined) {
        return text('design.noLonger', word, short(before));
    }
    const own = text(`design.instead.${name}`, short(before), short(after));
    return own === `design.instead.${name}` ? text('design.instead', word, short(before), short(after)) : own;
}

function short(value) {
    const words = String(value).replace(/\s+/g, ' ').trim();
    return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
