// Says something to screen readers without moving the focus. The region lives outside of what is morphed.

let region;

export function announce(message) {
    region ??= document.getElementById('announcer') ?? create();
    // The same text again is only read when the region was empty in between.
    region.textContent = '';
    setTimeout(() => (region.textContent = message), 50);
}

function create() {
    const element = document.createElement('div');
    element.id = 'announcer';
    element.className = 'visually-hidden';
    element.setAttribute('role', 'status');
    document.body.append(element);
    return element;
}
