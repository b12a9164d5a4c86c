// Sends a file of requests, or what was pasted, to be looked at, and goes to the page that tells what is in it.

import {at} from '../shared/address.js';
import {Refused, send} from '../shared/api.js';
import {text} from '../shared/texts.js';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LARGEST = 5 * 1024 * 1024;

const form = document.getElementById('import');
const problems = document.getElementById('import-problems');

form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const file = form.elements.file.files[0];
    const isSheet = file?.name.toLowerCase().endsWith('.xlsx');
    const content = new Blob([file ?? form.elements.text.value], {type: isSheet ? SHEET : 'text/csv'});
    if (content.size === 0) {
        say([text('import.nothing')]);
    } else if (content.size > LARGEST) {
        say([text('import.tooLarge')]);
    } else {
        await look(content);
    }
});

async function look(content) {
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    const {listId, source} = form.elements;
    const query = new URLSearchParams({ask: 'true', source: source.value, ...(listId.value ? {listId: listId.value} : {})});
    try {
        const {id} = await send('POST', `/api/v1/imports?${query}`, content);
        location.assign(at(`/supervision/import/${id}`));
    } catch (failure) {
        if (failure instanceof Refused && !failure.isSignedOut) {
            say(failure.faults.length > 0 ? failure.faults.map(words) : [failure.message]);
        } else {
            say([text(failure.isSignedOut ? 'office.signedOut' : 'office.unreachable')]);
        }
    } finally {
        button.disabled = false;
    }
}

function words({field, message, code, value}) {
    return code ? text(`import.error.${code}`, value) : `${field} ${message}`;
}

function say(sentences) {
    problems.querySelector('ul').replaceChildren(...sentences.map((each) => {
        const item = document.createElement('li');
        item.textContent = each;
        return item;
    }));
    problems.hidden = false;
    problems.focus();
}
