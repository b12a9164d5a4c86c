// The tab's title and icon while something waits for the agent: the words alternate with the usual title.

import {after} from './wake.js';

const PERIOD = 1000;
let usual;
let words;
let cancel;

/** Switches the tab to calling for attention, with these words. */
export function callForAttention(attentionTitle) {
    words = attentionTitle;
    if (usual === undefined) {
        usual = document.title;
        icon('alert');
        alternate(true);
    }
}

/** Switches back. */
export function endAttention() {
    if (usual !== undefined) {
        cancel();
        document.title = usual;
        usual = undefined;
        icon('');
    }
}

function alternate(on) {
    document.title = on ? words : usual;
    cancel = after(PERIOD, () => alternate(!on));
}

// The icons differ in the name only: favicon.svg and favicon-alert.svg.
function icon(variant) {
    const link = document.querySelector('link[rel~="icon"]');
    if (link) {
        const plain = link.getAttribute('href').replace('-alert.svg', '.svg');
        link.setAttribute('href', variant ? plain.replace('.svg', `-${variant}.svg`) : plain);
    }
}
