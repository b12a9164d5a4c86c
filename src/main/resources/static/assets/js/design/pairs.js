// Words and their values, for a list of pairs.

/** The parts of a `<dl class="pairs">`. */
export function pairs(entries) {
    return entries.map(([name, value]) => {
        const pair = document.createElement('div');
        pair.append(Object.assign(document.createElement('dt'), {textContent: name}), Object.assign(document.createElement('dd'), {textContent: value}));
        return pair;
    });
}
