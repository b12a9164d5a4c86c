// Loads the scripts of vendors, which are no modules, when they are needed.

import {at} from '../shared/address.js';

/** Resolves when the script has run. */
export function load(address) {
    return new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = at(address);
        script.addEventListener('load', resolve);
        script.addEventListener('error', () => reject(new Error(`${address} was not to be had`)));
        document.head.append(script);
    });
}
