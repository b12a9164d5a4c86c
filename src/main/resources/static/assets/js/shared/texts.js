// The texts that scripts show. The server renders them in the agent's language into <template id="texts">, so that
// there is one set of message files and nothing to fetch. Placeholders are {0}, {1}, ...

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

let patterns;

/** The text with this key (without "js."), its placeholders filled; the key itself where there is no such text. */
export function text(key, ...values) {
    patterns ??= read(document.getElementById('texts'));
    const pattern = patterns.get(key) ?? key;
    return pattern.replace(/\{(\d+)\}/g, (whole, index) => isolated(values[index] ?? whole));
}

/** The text with this key where there is one, and these words otherwise. */
export function textOr(key, words) {
    const ours = text(key);
    return ours === key ? words : ours;
}

/**
 * A name that is written from right to left would take numbers and signs beside it along: it comes in marks that hold it
 * together. Anything else stays as it is.
 */
export function isolated(words) {
    return RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : String(words);
}

function read(template) {
    const found = template?.content.querySelectorAll('[data-key]') ?? [];
    return new Map([...found].map((element) => [element.dataset.key.replace(/^js\./, ''), element.textContent]));
}
