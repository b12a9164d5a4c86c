// The page of all drafts: a file that is chosen or dropped becomes a draft, and is opened.

import {at} from '../shared/address.js';
import {Refused, send} from '../shared/api.js';
import {text} from '../shared/texts.js';

const LARGEST = 1024 * 1024;
const input = document.getElementById('import');
const refused = document.getElementById('refused');

input?.addEventListener('change', () => input.files.length && take(input.files[0]));

if (input) {
    const page = document.getElementById('main');
    page.addEventListener('dragover', (event) => {
        event.preventDefault();
        page.classList.add('dropping');
    });
    page.addEventListener('dragleave', () => page.classList.remove('dropping'));
    page.addEventListener('drop', (event) => {
        event.preventDefault();
        page.classList.remove('dropping');
        take(event.dataTransfer.files[0]);
    });
}

async function take(file) {
    refused.hidden = true;
    if (!file) {
        return;
    }
    if (file.size > LARGEST) {
        say(text('drafts.tooLarge'));
        return;
    }
    try {
        const made = await send('POST', '/api/v1/processes/drafts', {file: file.name, content: await file.text()});
        location.assign(at(`/design/drafts/${made.id}`));
    } catch (failure) {
        say(words(failure));
    }
    input.value = '';
}

/** What to tell of a file that was not taken. */
export function words(failure) {
    if (!(failure instanceof Refused)) {
        return text('drafts.unreachable');
    }
    if (failure.isSignedOut) {
        return text('drafts.signedOut');
    }
    if (failure.errors.has('file')) {
        return text('drafts.noModel');
    }
    return failure.errors.has('content') ? text('drafts.notWellFormed') : text('drafts.tooMany');
}

/** Shows it above the tables. */
export function say(problem) {
    refused.textContent = problem;
    refused.hidden = false;
}
