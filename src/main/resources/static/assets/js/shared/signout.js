// Whoever signs out leaves nothing of what was typed in this browser, for whoever uses it next: not in this window, nor in
// others that are open. Preferences stay, which are the workplace's.

const PREFIX = 'ringback.';
const channel = new BroadcastChannel('ringback-signed-out');
let stop = () => {};

/** `stopKeeping()` is called first: from then on the page must store nothing more. */
export function onSigningOut(stopKeeping) {
    stop = stopKeeping;
}

function forget() {
    stop();
    Object.keys(sessionStorage)
        .filter((key) => key.startsWith(PREFIX))
        .forEach((key) => sessionStorage.removeItem(key));
}

function signedOut() {
    forget();
    channel.postMessage('signed out');
}

channel.onmessage = forget;
document.addEventListener('submit', ({target}) => target.matches('[action$="/logout"]') && signedOut());
// From a page without this script.
if (new URLSearchParams(location.search).has('signedOut')) {
    signedOut();
}
