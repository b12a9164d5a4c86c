// The words of dmn-js, such as "Hit policy:", in the language of the page.

import {textOr} from '../shared/texts.js';

/** What dmn-js is made with to draw in the container and to say its words as the page does. */
export function inOurWords(container) {
    const words = {additionalModules: [{translate: ['value', translate]}]};
    return {container, drd: words, decisionTable: words, literalExpression: words, boxedExpression: words};
}

function translate(template, replacements = {}) {
    const words = textOr(`design.dmn.${template.replace(/[^a-z]/gi, '').toLowerCase()}`, template);
    return words.replace(/\{(\w+)\}/g, (whole, name) => replacements[name] ?? whole);
}
