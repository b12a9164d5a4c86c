// Loads the scripts and styles of vendors, which are no modules, when they are needed first.

import {Unreachable} from './api.js';

const VENDOR = new URL('../../../vendor/', import.meta.url);
const PATIENCE = 60_000; // the editors are big

const loading = new Map();

/** Where a vendor's file is (docs/vendored.md). */
export function vendor(path) {
    return new URL(path, VENDOR);
}

/** Resolves when the script has run or the style is there; each is loaded once, and again only if that failed. */
export function load(url, patience = PATIENCE) {
    if (!loading.has(url.href)) {
        loading.set(url.href, added(url, patience).catch((failure) => {
            loading.delete(url.href);
            throw failure;
        }));
    }
    return loading.get(url.href);
}

function added(url, patience) {
    const element = url.pathname.endsWith('.css')
        ? Object.assign(document.createElement('link'), {rel: 'stylesheet', href: url.href})
        : Object.assign(document.createElement('script'), {src: url.href});
    return new Promise((done, failed) => {
        const fail = () => {
            element.remove();
            failed(new Unreachable(`expected ${url.pathname} to load, but it did not`));
        };
        const timer = setTimeout(fail, patience);
        element.onerror = () => (clearTimeout(timer), fail());
        element.onload = () => (clearTimeout(timer), done());
        document.head.append(element);
    });
}
