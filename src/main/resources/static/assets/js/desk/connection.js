// The banner at the top: the line is lost, or another window has taken the desk over.

import {announce} from './announce.js';
import {toast} from './notify.js';
import {text} from '../shared/texts.js';

// What there is to do or to read on a desk; not the page's landmarks and heading, without which readers are lost.
const CONTENTS = '#desk > .top > :not(.who), #lists, #main > *';

let up = true;
let over = false;

export const connection = {
    /** Notes whether the line stands; true when that is news. */
    is(now) {
        const news = now !== up;
        up = now;
        if (news && now) {
            hide();
            toast({id: 'connection', title: text('connection.back'), kind: 'success'});
        } else if (news) {
            show(text('connection.lost'));
        }
        return news;
    },

    isTakenOver: () => over,

    /** Another window is the desk now; this one can become it again. */
    takenOver() {
        up = false;
        over = true;
        const again = document.createElement('button');
        again.type = 'button';
        again.className = 'button';
        again.textContent = text('connection.useHere');
        again.addEventListener('click', () => location.reload());
        show(text('connection.takenOver'), again);
        document.querySelectorAll(CONTENTS).forEach((element) => (element.inert = true));
        announce(text('connection.takenOver'));
    },
};

function show(words, ...controls) {
    const banner = document.getElementById('connection');
    const line = document.createElement('span');
    line.textContent = words;
    banner.replaceChildren(line, ...controls);
    banner.hidden = false;
}

function hide() {
    const banner = document.getElementById('connection');
    banner.hidden = true;
    banner.replaceChildren();
}
