// The live line of the desk. It is also the desk's heartbeat: each beat of the server is answered, so that a line that is
// dead without knowing it (a laptop asleep) is noticed on both sides.

import {at} from '../shared/address.js';
import {Unreachable, send} from '../shared/api.js';
import {observe, onJump} from '../shared/clock.js';
import {after} from './wake.js';

const SILENT_AFTER = 40_000;
const FIRST_NEWS_WITHIN = 8_000;
const ANSWER_WITHIN = 5_000;
const SAY_LOST_AFTER = 1_500;

// How long to wait before the next try, at random up to twice as long: after a restart everybody is back within five
// seconds, and not all at once.
const WAITS = [300, 800, 1_500];

/**
 * Opens the line and keeps it open. The page becomes the agent's desk when it opens; later on it only says that it is
 * still there, and so takes nothing back from a page opened since. `onDesk(desk)` hears every news, `onTakenOver()` that
 * another window has become the agent's desk (the line is closed then), `onConnected(true|false)` whether it stands.
 */
export function openStream(deskId, {onDesk, onTakenOver, onConnected}) {
    let source;
    let failures = 0;
    let closed = false;
    let isDesk = false;
    let cancelWatch = () => {};
    let cancelRetry = () => {};
    let cancelLost = () => {};

    const connect = () => {
        cancelRetry();
        source?.close();
        source = new EventSource(at(`/api/v1/desk/events?desk=${deskId}`));
        source.addEventListener('desk', (event) => heard(() => onDesk(JSON.parse(event.data))));
        source.addEventListener('heartbeat', (event) => heard(() => beat(JSON.parse(event.data))));
        source.addEventListener('takenOver', takenOver);
        source.addEventListener('restart', (event) => restarting(JSON.parse(event.data)));
        source.onerror = lost;
        watch(FIRST_NEWS_WITHIN);
    };
    const heard = (react) => {
        failures = 0;
        cancelLost();
        watch();
        onConnected(true);
        react();
    };
    const watch = (patience = SILENT_AFTER) => {
        cancelWatch();
        cancelWatch = after(patience, lost);
    };
    const lost = () => {
        tryAgain(spread(WAITS[Math.min(failures, WAITS.length - 1)]));
    };
    const tryAgain = (wait) => {
        source?.close();
        cancelWatch();
        if (failures++ === 0) {
            cancelLost = after(Math.max(SAY_LOST_AFTER, wait), () => onConnected(false));
        }
        cancelRetry();
        cancelRetry = after(wait, again);
    };
    // The server stops, and has said when to come back.
    const restarting = ({retryAfterMillis}) => tryAgain(retryAfterMillis);
    // An EventSource does not say why it failed; this does, and tells of a session that has ended.
    const again = async () => {
        try {
            const [method, path] = isDesk ? ['PUT', '/api/v1/desk/presence'] : ['POST', '/api/v1/desk/take-over'];
            await send(method, path, {desk: deskId}, {timeout: ANSWER_WITHIN});
            isDesk = true;
        } catch (failure) {
            return closed ? undefined : refused(failure);
        }
        return closed ? undefined : connect();
    };
    const refused = (failure) => {
        if (failure instanceof Unreachable) {
            lost();
        } else if (failure.status === 409) {
            takenOver();
        }
    };
    const takenOver = () => {
        close();
        onTakenOver();
    };
    const close = () => {
        closed = true;
        source?.close();
        cancelWatch();
        cancelRetry();
        cancelLost();
    };
    const beat = (time) => {
        observe(time.serverTime);
        send('PUT', '/api/v1/desk/presence', {desk: deskId}).catch((failure) => {
            if (failure.status === 409) {
                takenOver();
            }
        });
    };
    const reconnect = () => closed || again();

    addEventListener('online', reconnect);
    addEventListener('offline', () => closed || (onConnected(false), lost()));
    addEventListener('pagehide', () => source?.close());
    onJump(reconnect);
    again();
}

function spread(wait) {
    return wait + Math.random() * wait;
}
