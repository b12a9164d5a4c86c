// The texts that scripts show. The server renders them in the agent's language into <template id="texts">, so that
// there is one set of message files and nothing to fetch. Placeholders are {0}, {1}, ...

let patterns;

/** The text with this key (without "js."), its placeholders filled; the key itself where there is no such text. */
export function text(key, ...values) {
    patterns ??= read(document.getElementById('texts'));
    const pattern = patterns.get(key) ?? key;
    return pattern.replace(/\{(\d+)\}/g, (whole, index) => values[index] ?? whole);
}

function read(template) {
    const found = template?.content.querySelectorAll('[data-key]') ?? [];
    return new Map([...found].map((element) => [element.dataset.key.replace(/^js\./, ''), element.textContent]));
}
