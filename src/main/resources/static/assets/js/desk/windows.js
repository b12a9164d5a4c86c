// The case window as a browser window of its own, to lie beside the softphone. Desk and case window know of each other
// by a channel, so that either may be reloaded; the desk shows the case itself while there is no such window.

import {at} from '../shared/address.js';
import {uuid} from '../shared/api.js';

const NAME = 'ringback-case';
const channel = new BroadcastChannel('ringback-desk');

/** The id of this desk: kept over a reload, but not by a copy of the window, which is a desk of its own. */
export function deskId(agentId) {
    const given = new URLSearchParams(location.search).get('desk');
    if (given) {
        return given;
    }
    const place = `ringback.desk.${agentId}`;
    const id = sessionStorage.getItem(place) ?? uuid();
    sessionStorage.removeItem(place);
    addEventListener('pagehide', () => sessionStorage.setItem(place, id));
    return id;
}

/** Tells the other window that this case was saved here, so that it does not call it gone. */
export function tellSaved(allocationId) {
    channel.postMessage({what: 'saved', allocationId});
}

/**
 * What the case window does: says that it is there, and that it goes; closes and comes to the front when told to. Its
 * storage goes with it, so the desk is handed what `unsent()` gives: `{draft, saves}`.
 */
export function beCaseWindow(desk, unsent) {
    const say = (what) => channel.postMessage({desk, what});
    channel.onmessage = ({data}) => {
        if (data.desk !== desk) {
            return;
        }
        if (data.what === 'anybody?') {
            say('here');
        } else if (data.what === 'close') {
            window.close();
        } else if (data.what === 'front') {
            window.focus();
        }
    };
    addEventListener('pagehide', () => channel.postMessage({desk, what: 'gone', ...unsent()}));
    addEventListener('focus', () => say('seen'));
    say('here');
}

/**
 * What the desk does. `onChange(open)` hears whether there is a case window, `onSeen()` that the agent looks at it,
 * `onSaved(allocation)` that a case was saved there, `onLeft({draft, saves})` what it had not sent when it went.
 */
export function watchCaseWindow(desk, {onChange, onSeen, onSaved, onLeft}) {
    let open = false;
    let opened = null;
    const say = (what) => channel.postMessage({desk, what});
    const set = (now) => {
        if (open !== now) {
            open = now;
            onChange(now);
        }
    };
    channel.onmessage = ({data}) => {
        if (data.what === 'saved') {
            onSaved(data.allocationId);
        } else if (data.desk === desk && data.what === 'here') {
            set(true);
        } else if (data.desk === desk && data.what === 'gone') {
            onLeft(data);
            set(false);
            // A reload says "gone" as well; whoever comes back answers.
            setTimeout(() => say('anybody?'), 500);
        } else if (data.desk === desk && data.what === 'seen') {
            onSeen();
        }
    };
    say('anybody?');
    return {
        isOpen: () => open,
        /** False when the browser has blocked it. */
        popOut() {
            opened = window.open(at(`/desk/case?desk=${desk}`), NAME, 'popup,width=720,height=860');
            return opened !== null;
        },
        bringToFront() {
            // By its name the window is found again also after a reload of the desk, and not loaded anew.
            opened = opened && !opened.closed ? opened : window.open('', NAME);
            opened?.focus();
            say('front');
        },
        bringBack() {
            say('close');
            // It says itself that it goes, unless it is gone already.
            setTimeout(() => opened?.closed === false || set(false), 1_500);
        },
    };
}
