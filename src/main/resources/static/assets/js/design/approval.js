// Shows the files of a deployment that waits, each in the viewer of its kind.

import {send} from '../shared/api.js';
import {openViewer, tellNotShown} from './viewers.js';
import {text} from '../shared/texts.js';

const KINDS = {bpmn: 'PROCESS', dmn: 'DECISION', form: 'FORM'};
const files = document.getElementById('files');

show();

async function show() {
    const {files: sent} = await send('GET', `/api/v1/processes/approvals/${files.dataset.request}`);
    for (const {name, content} of sent) {
        const container = [...files.querySelectorAll('[data-file]')].find(({dataset}) => dataset.file === name);
        try {
            await openViewer(KINDS[name.split('.').pop()], container, content);
        } catch (failure) {
            tellNotShown(failure, container.parentElement, text('deploying.notShown'));
        }
    }
}
