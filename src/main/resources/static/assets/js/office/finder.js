// A search above a table finds while one types: <form data-finds="found" hx-get="…" hx-trigger="find, submit" hx-target="#found">.
// The address of the page follows, so that it can be kept. How much was found is said to screen readers, and the arrow
// keys lead from the field to what was found and back. Without this the form is sent as any other.

const PAUSE = 250;

for (const form of document.querySelectorAll('form[data-finds]')) {
    wire(form);
}

function wire(form) {
    const field = form.querySelector('input[type="search"]');
    const found = () => document.getElementById(form.dataset.finds);
    let waiting;
    const find = () => {
        clearTimeout(waiting);
        globalThis.htmx.trigger(form, 'find');
    };
    field.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(find, PAUSE);
    });
    form.addEventListener('change', (event) => event.target === field || find());
    form.addEventListener('submit', () => clearTimeout(waiting));
    form.addEventListener('htmx:beforeSend', () => found().setAttribute('aria-busy', 'true'));
    form.addEventListener('htmx:afterOnLoad', () => {
        form.querySelector('[data-found]').textContent = said(found());
    });
    for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
        form.addEventListener(failure, () => form.submit()); // the browser shows what is wrong
    }
    document.addEventListener('keydown', (event) => walk(event, field, links(found())));
}

// On the part itself or within it.
function said(part) {
    return part.dataset.says ?? part.querySelector('[data-says]')?.dataset.says ?? '';
}

function links(part) {
    return [...part.querySelectorAll('tbody th a[href]:not(.badge)')];
}

function walk(event, field, rows) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const from = [field, ...rows].indexOf(document.activeElement);
    if (!step || from < 0 || event.altKey || event.ctrlKey || event.metaKey) {
        return;
    }
    const next = [field, ...rows][from + step];
    if (next) {
        event.preventDefault();
        next.focus();
    }
}
