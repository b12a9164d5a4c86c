// Calls the server as the API's other callers do, with the session of the page and its CSRF token. What goes wrong is
// one of two: the server refused (and says why), or nobody knows whether it was reached.

import {at} from './address.js';

const TIMEOUT = 15_000;
const FILE_TIMEOUT = 120_000; // A file has to be sent and read through.

/** The server has answered and refused. `errors` are messages by field, `faults` the same as they came. */
export class Refused extends Error {
    constructor(status, problem) {
        super(problem?.detail ?? problem?.title ?? '');
        this.status = status;
        this.type = problem?.type ?? '';
        this.isSignedOut = status === 401 || this.type === 'urn:ringback:problem:csrf';
        this.nearest = problem?.nearest ?? [];
        this.mayInsist = problem?.mayInsist ?? false;
        this.faults = problem?.errors ?? [];
        this.errors = new Map(this.faults.map((error) => [error.field, error.message]));
    }
}

/** No answer, or one that says "later", perhaps with a reason: whether anything was done is not known. */
export class Unreachable extends Error {
    constructor(cause, {status = 0, problem = null} = {}) {
        super(cause);
        this.status = status;
        this.type = problem?.type ?? '';
        this.reason = problem?.detail ?? '';
    }
}

/**
 * Sends a request and resolves to the JSON of the answer, or null. `key` makes it safe to send again (Idempotency-Key),
 * `ifMatch` has a change refused that was made on another version. A Blob or File is sent as it is. With `html` the answer
 * is a part of a page, as text. `timeout` is in milliseconds.
 * A lost session is also told to the document as `desk:signed-out`.
 */
export async function send(method, path, body, {key, ifMatch, keepalive = false, html = false, timeout = TIMEOUT} = {}) {
    const part = html ? {Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest'} : {};
    const response = await ask(method, path, body, {'Idempotency-Key': key, 'If-Match': ifMatch, ...part}, {keepalive, timeout});
    if (response.ok && html) {
        return response.text();
    }
    if (response.ok) {
        return response.status === 204 ? null : response.json().catch(() => null);
    }
    const failure = failureOf(response.status, response.headers.has('Retry-After'), await response.json().catch(() => null));
    if (failure.isSignedOut) {
        document.dispatchEvent(new CustomEvent('desk:signed-out'));
    }
    throw failure;
}

/** What an answer means that is none. */
export function failureOf(status, comesLater, problem) {
    return status >= 500 || status === 429 || comesLater
        ? new Unreachable(`HTTP ${status}`, {status, problem})
        : new Refused(status, problem);
}

/** A random id; also where the page comes by plain HTTP, where browsers lack crypto.randomUUID. */
export function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function ask(method, path, body, further, {keepalive, timeout}) {
    const headers = {Accept: 'application/json', ...csrf()};
    const asItIs = body instanceof Blob;
    if (body !== undefined) {
        headers['Content-Type'] = asItIs ? body.type : 'application/json';
    }
    Object.entries(further).forEach(([name, value]) => value && (headers[name] = value));
    try {
        return await fetch(at(path), {
            method,
            headers,
            keepalive,
            body: body === undefined || asItIs ? body : JSON.stringify(body),
            credentials: 'same-origin',
            redirect: 'error',
            signal: AbortSignal.timeout(asItIs ? FILE_TIMEOUT : timeout),
        });
    } catch (failure) {
        throw new Unreachable(String(failure));
    }
}

/** The header that shows that a page of ours asks; read anew for each call, as one may have signed in again elsewhere. */
export function csrf() {
    return {[meta('_csrf_header')]: /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? meta('_csrf')};
}

function meta(name) {
    return document.querySelector(`meta[name="${name}"]`).content;
}
