// What happens around a draft while it is open: somebody else begins one of the same file, or a newer version is deployed.

import {at} from '../shared/address.js';
import {send} from '../shared/api.js';
import {text} from '../shared/texts.js';

const EVERY = 10_000;

/** Asks every few seconds while the page is looked at. `tell` shows what an answer of the server says of it. */
export function startNews(id, isMine) {
    const others = document.getElementById('others');
    const newer = document.getElementById('newer');

    function tell({others: names, basedOn, newest}) {
        show(others, others, names.length === 0 || !isMine ? '' : text('drafts.others', names.join(', ')));
        const isOld = basedOn && newest > basedOn.version;
        show(newer, newer.querySelector('span'), isOld ? text('drafts.newer', newest) : '');
        const link = newer.querySelector('a');
        if (link && isOld) {
            const {key, from} = link.dataset;
            link.href = at(`/design/${encodeURIComponent(key)}/compare?from=${from}&to=${newest}`);
        }
    }

    setInterval(async () => {
        if (!document.hidden) {
            await send('GET', `/api/v1/processes/drafts/${id}/news`).then(tell, () => {}); // saving tells of a lost line
        }
    }, EVERY);
    return {tell};
}

// Said once: what is live is read out whenever it is set.
function show(notice, place, words) {
    if (place.textContent !== words) {
        place.textContent = words;
    }
    notice.hidden = words === '';
}
