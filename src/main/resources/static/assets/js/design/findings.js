// What the check finds in a draft: marked on the elements of the diagram, and listed beside it.

import {send} from '../shared/api.js';
import {text} from '../shared/texts.js';

/** `check` asks for the findings of the content that its argument reads, and shows them. */
export function startFindings(editor, file) {
    const summary = document.getElementById('findings-summary');
    const list = document.getElementById('findings-list');
    let checking = false;
    let next = null;
    let marked = [];

    /** One at a time, since it takes the server a while; of those that come meanwhile only the last counts. */
    async function check(read) {
        next = read;
        if (checking) {
            return;
        }
        checking = true;
        while (next) {
            const now = next;
            next = null;
            const findings = await found(now);
            if (!next) {
                show(findings);
            }
        }
        checking = false;
    }

    /** Null when the server cannot say. */
    async function found(read) {
        try {
            const content = await read();
            const {findings} = await send('POST', '/api/v1/processes/check', {files: [{name: file, content}]});
            return findings.filter((finding) => finding.file === file);
        } catch {
            return null;
        }
    }

    function show(findings) {
        if (!findings) {
            summary.textContent = text('drafts.notChecked');
            return;
        }
        const errors = findings.filter(({severity}) => severity === 'ERROR').length;
        summary.textContent = findings.length === 0
            ? text('drafts.nothingFound')
            : text('drafts.found', errors, findings.length - errors);
        list.replaceChildren(...findings.map(line));
        mark(findings);
    }

    function line(finding) {
        const item = document.createElement('li');
        item.dataset.severity = finding.severity;
        const button = item.appendChild(document.createElement('button'));
        button.type = 'button';
        button.className = 'finding';
        const kind = button.appendChild(document.createElement('strong'));
        kind.textContent = text(`drafts.severity.${finding.severity}`);
        const where = button.appendChild(document.createElement('code'));
        where.textContent = finding.elementId ?? finding.file;
        button.append(finding.message);
        button.addEventListener('click', () => editor.select(finding.elementId));
        return item;
    }

    function mark(findings) {
        const canvas = editor.diagram?.get('canvas');
        const registry = editor.diagram?.get('elementRegistry');
        if (!canvas) {
            return;
        }
        const overlays = editor.diagram.get('overlays');
        marked.filter(([id]) => registry.get(id)).forEach(([id, marker]) => canvas.removeMarker(id, marker));
        overlays.remove({type: 'finding'});
        marked = [];
        const worst = new Map();
        findings.forEach(({elementId, severity, message}) => {
            const known = worst.get(elementId);
            worst.set(elementId, {
                severity: known?.severity === 'ERROR' ? 'ERROR' : severity,
                words: known ? `${known.words}\n${message}` : message,
            });
        });
        worst.forEach(({severity, words}, elementId) => {
            const element = registry.get(elementId);
            if (element && element !== canvas.getRootElement()) {
                const marker = `found-${severity.toLowerCase()}`;
                canvas.addMarker(elementId, marker);
                marked.push([elementId, marker]);
                overlays.add(elementId, 'finding', {position: {top: -12, left: -12}, html: badge(severity, words)});
            }
        });
    }

    return {check};
}

function badge(severity, words) {
    const sign = document.createElement('span');
    sign.className = `found-badge found-${severity.toLowerCase()}`;
    sign.textContent = severity === 'ERROR' ? '!' : '?';
    sign.title = words;
    return sign;
}
