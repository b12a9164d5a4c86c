// Where this server is found: addresses are written as the server knows them (/desk/state), and get the path in front under
// which a proxy may pass it on (/ringback/desk/state). It is read off the address of this module.

const BASE = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '');

/** The address as a browser has to ask for it; others than the server's own stay as they are. */
export function at(address) {
    return address.startsWith('/') && !address.startsWith('//') ? BASE + address : address;
}
