// Forms and buttons that do something say themselves what they send to the API (hx-post, hx-put, hx-delete), and htmx
// sends it. Here are the token, the version that was changed (data-if-match), the question before (hx-confirm, with
// data-ask-text, data-ask-yes, and data-ask-reason for a text that is sent as `reason`), and what comes of it: the page
// goes on to data-next, which may name members of the answer in braces, or what is live on it is read anew. `api:done`
// tells of the answer and `api:refused` of the refusal; a page that deals with one itself prevents its default, and one
// with better words for a refusal puts them into `detail.words`.

import {at} from '../shared/address.js';
import {csrf, failureOf, Refused, Unreachable} from '../shared/api.js';
import {refreshLive} from './live.js';
import {clearRefusal, inWords, showProblem, showRefusal} from '../shared/refusals.js';
import {toast} from '../shared/toasts.js';

const busy = new WeakSet();
let dialog;
let asked = null;

/** Wires all of them, also those that come later. */
export function wireActs() {
    dialog = document.getElementById('ask');
    htmx.config.methodsThatUseUrlParams = ['get']; // a reason is written down in no address
    listen('htmx:confirm', beforeAct);
    document.addEventListener('htmx:configRequest', ({detail}) => detail.verb !== 'get' && Object.assign(detail.headers, csrf()));
    listen('htmx:configRequest', configure);
    listen('htmx:beforeSend', ({detail}) => busy.add(detail.requestConfig.elt));
    listen('htmx:afterRequest', ({detail}) => busy.delete(detail.requestConfig.elt));
    listen('htmx:beforeOnLoad', (event) => {
        event.preventDefault(); // nothing is to be swapped
        answered(event.detail.requestConfig.elt, event.detail.xhr);
    });
    listen('htmx:sendError', ({detail}) => refused(detail.requestConfig.elt, new Unreachable('no answer')));
    listen('htmx:timeout', ({detail}) => refused(detail.requestConfig.elt, new Unreachable('no answer in time')));
    dialog?.querySelector('form').addEventListener('submit', confirmed);
    dialog?.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
    dialog?.addEventListener('close', () => (document.getElementById(asked?.source.id) ?? asked?.source)?.focus());
}

function listen(name, listener) {
    document.addEventListener(name, (event) => {
        const {verb, path} = event.detail.requestConfig ?? event.detail;
        if (verb !== 'get' && path.startsWith(at('/api/'))) {
            listener(event);
        }
    });
}

function beforeAct(event) {
    const {elt: source, verb, path, question} = event.detail;
    if (busy.has(source)) {
        event.preventDefault();
    } else if (question) {
        event.preventDefault();
        ask({source, verb, path}, question);
    }
}

function configure({detail}) {
    const source = sourceOf(detail.elt);
    Object.assign(detail.headers, source.dataset.ifMatch && {'If-Match': source.dataset.ifMatch});
    if (source.type === 'checkbox' && !source.checked) {
        detail.verb = source.dataset.unticked ?? detail.verb;
    }
}

function ask(act, question) {
    asked = act;
    const {askText = '', askReason, askYes} = act.source.dataset;
    dialog.querySelector('form').setAttribute('hx-request', act.source.getAttribute('hx-request') ?? '{}'); // its patience
    dialog.querySelector('h2').textContent = question;
    dialog.querySelector('[data-text]').textContent = askText;
    dialog.querySelector('.field').hidden = askReason === undefined;
    dialog.querySelector('label').textContent = askReason ?? '';
    const reason = dialog.querySelector('textarea');
    reason.value = '';
    reason.disabled = askReason === undefined;
    const yes = dialog.querySelector('[type=submit]');
    const dangerous = act.source.classList.contains('danger');
    yes.textContent = askYes ?? act.source.textContent;
    yes.classList.toggle('danger', dangerous);
    yes.classList.toggle('primary', !dangerous);
    say('');
    dialog.showModal();
}

// The form of the dialog sends it: the button itself may be gone meanwhile.
function confirmed(event) {
    event.preventDefault();
    const values = JSON.parse(asked.source.getAttribute('hx-vals') ?? '{}');
    htmx.ajax(asked.verb, asked.path, {source: event.target, values}).catch(() => {}); // told by htmx:sendError
}

/** What was pressed, also when the dialog's form has sent it. */
function sourceOf(element) {
    return dialog?.contains(element) ? asked.source : element;
}

function answered(element, xhr) {
    const answer = json(xhr);
    if (xhr.status >= 400) {
        refused(element, failureOf(xhr.status, xhr.getResponseHeader('Retry-After') !== null, answer));
        return;
    }
    const source = sourceOf(element);
    clearRefusal(source);
    if (tell(source, 'api:done', {answer})) {
        goOn(source, answer);
    }
    if (source !== element) {
        dialog.close();
    }
}

function goOn({dataset}, answer) {
    if (dataset.next === undefined) {
        refreshLive();
    } else {
        location.assign(at(dataset.next.replace(/\{(\w+)\}/g, (whole, name) => encodeURIComponent(answer?.[name] ?? whole))));
    }
}

function refused(element, failure) {
    const source = sourceOf(element);
    if (source.type === 'checkbox') {
        source.checked = !source.checked;
    }
    if (!tell(source, 'api:refused', failure)) {
        return;
    }
    if (source !== element) {
        say(inWords(failure));
    } else if (!source.matches('form')) {
        toast({id: 'failed', title: inWords(failure), kind: 'error'});
    } else if (failure instanceof Refused && !failure.isSignedOut) {
        showRefusal(source, failure);
    } else {
        showProblem(source, inWords(failure));
    }
}

function say(words) {
    const problem = dialog.querySelector('[role=alert]');
    problem.textContent = words;
    problem.hidden = words === '';
}

function json(xhr) {
    try {
        return JSON.parse(xhr.responseText);
    } catch {
        return null; // 204, or somebody between has answered
    }
}

function tell(source, name, detail) {
    const target = source.isConnected ? source : document.body;
    return target.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, cancelable: true}));
}
