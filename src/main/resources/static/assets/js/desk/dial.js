// Hands a number to the softphone of this computer. In a small window of its own: until the agent has answered the
// browser's question whether that program may be opened, the window that asks takes no clicks. It goes when the agent
// comes back.

import {toast} from './notify.js';
import {preferences} from './preferences.js';
import {text} from '../shared/texts.js';

const LONGEST = 30_000;

/** Opens the address (`tel:+358...`), unless the agent dials by other means. */
export function dial(uri) {
    if (!preferences().dial) {
        return;
    }
    const dialler = window.open(uri, 'ringback-dial', 'popup,width=420,height=220');
    if (dialler === null) {
        toast({id: 'dial', title: text('window.blocked'), kind: 'warning'});
        return;
    }
    const close = () => {
        clearTimeout(timer);
        removeEventListener('focus', close);
        dialler.close();
    };
    const timer = setTimeout(close, LONGEST);
    addEventListener('focus', close);
}
