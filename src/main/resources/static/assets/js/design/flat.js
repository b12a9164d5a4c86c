// Compares what two things say, attribute by attribute.

/** The attributes in which two maps differ, as `{name, before, after}`. */
export function changes(before, after) {
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names]
        .filter((name) => before.get(name) !== after.get(name))
        .map((name) => ({name: name.replace(/\[\d+\]/g, ''), before: before.get(name), after: after.get(name)}));
}

/** The values of JSON by their paths; without what is left out at its top. */
export function flatJson(value, leftOut = [], path = '', found = new Map()) {
    if (value !== null && typeof value === 'object') {
        Object.entries(value)
            .filter(([name]) => path !== '' || !leftOut.includes(name))
            .forEach(([name, part]) => flatJson(part, leftOut, join(path, name, Array.isArray(value)), found));
    } else if (value !== undefined && value !== null && value !== '') {
        found.set(path, String(value));
    }
    return found;
}

function join(path, name, isIndex) {
    if (isIndex) {
        return `${path}[${name}]`;
    }
    return path === '' ? name : `${path}.${name}`;
}

/** Which of those that stay have changed places: `ids` before and after; as few as can be. */
export function movedAmong(before, after) {
    const places = new Map(before.map((id, index) => [id, index]));
    const stay = after.filter((id) => places.has(id));
    const lengths = [];
    const from = [];
    stay.forEach((id, index) => {
        lengths[index] = 1;
        from[index] = -1;
        for (let earlier = 0; earlier < index; earlier++) {
            if (places.get(stay[earlier]) < places.get(id) && lengths[earlier] >= lengths[index]) {
                lengths[index] = lengths[earlier] + 1;
                from[index] = earlier;
            }
        }
    });
    const inOrder = new Set();
    for (let index = lengths.indexOf(Math.max(...lengths)); index >= 0; index = from[index]) {
        inOrder.add(stay[index]);
    }
    return stay.filter((id) => !inOrder.has(id));
}
