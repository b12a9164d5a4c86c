// The page of a file that was sent: cells that were written anew go to the server with one press, and what is refused of the
// way a file is read is told in the language of the page.

import {showProblem} from '../shared/refusals.js';
import {text} from '../shared/texts.js';

// Before htmx reads the form.
document.addEventListener('submit', ({target}) => target.id === 'mends' && collect(target), true);

document.addEventListener('api:refused', (event) => {
    const form = event.target;
    const faults = event.detail?.faults ?? [];
    if (form.matches?.('#layout, #encoding-form') && faults.length > 0 && faults.every(({code}) => code)) {
        event.preventDefault();
        showProblem(form, faults.map(({code, value}) => text(`import.error.${code}`, value)).join(' '));
    }
});

// Those that were changed; of a row that could not be read, all of them.
function collect(form) {
    const cells = [...form.querySelectorAll('.mend')];
    const changed = new Set(cells.filter((cell) => cell.value !== cell.defaultValue).map(({dataset}) => dataset.row));
    const mends = cells
        .filter((cell) => cell.value !== cell.defaultValue || (cell.dataset.all === 'true' && changed.has(cell.dataset.row)))
        .map(({dataset, value}) => ({row: Number(dataset.row), column: Number(dataset.column), text: value}));
    form.elements.mends.value = JSON.stringify(mends);
}
