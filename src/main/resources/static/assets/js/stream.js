// The live line of the desk. It is also the desk's heartbeat: each beat of the server is answered, so that a line that is
// dead without knowing it (a laptop asleep) is noticed on both sides.

import {Unreachable, send} from './api.js';
import {observe, onJump} from './clock.js';
import {after} from './wake.js';

const SILENT_AFTER = 40_000;
const SAY_LOST_AFTER = 1_500;
const WAITS = [300, 1_000, 2_000, 4_000, 8_000];

/**
 * Opens the line and keeps it open. `onDesk(desk)` hears every news, `onTakenOver()` that another window has become the
 * agent's desk (the line is closed then), `onConnected(true|false)` whether it stands.
 */
export function openStream(deskId, {onDesk, onTakenOver, onConnected}) {
    let source;
    let failures = 0;
    let closed = false;
    let heardOnce = false;
    let cancelWatch = () => {};
    let cancelRetry = () => {};
    let cancelLost = () => {};

    const connect = () => {
        cancelRetry();
        source?.close();
        // Only the first time: a desk that was taken over while its line was broken must not take over in turn.
        const resume = heardOnce ? '&resume=true' : '';
        source = new EventSource(`/api/v1/desk/events?desk=${deskId}${resume}`);
        source.addEventListener('desk', (event) => heard(() => onDesk(JSON.parse(event.data))));
        source.addEventListener('heartbeat', (event) => heard(() => beat(JSON.parse(event.data))));
        source.addEventListener('takenOver', takenOver);
        source.onerror = lost;
        watch();
    };
    const heard = (react) => {
        heardOnce = true;
        failures = 0;
        cancelLost();
        watch();
        onConnected(true);
        react();
    };
    const watch = () => {
        cancelWatch();
        cancelWatch = after(SILENT_AFTER, lost);
    };
    const lost = async () => {
        source.close();
        cancelWatch();
        if (failures++ === 0) {
            cancelLost = after(SAY_LOST_AFTER, () => onConnected(false));
        }
        cancelRetry();
        cancelRetry = after(WAITS[Math.min(failures, WAITS.length) - 1], again);
    };
    // An EventSource does not say why it failed; the desk itself does, and tells of a session that has ended.
    const again = async () => {
        try {
            await send('GET', '/api/v1/desk');
        } catch (failure) {
            return failure instanceof Unreachable && !closed ? lost() : undefined;
        }
        return closed ? undefined : connect();
    };
    const takenOver = () => {
        close();
        onTakenOver();
    };
    const close = () => {
        closed = true;
        source.close();
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
    addEventListener('pagehide', () => source.close());
    onJump(reconnect);
    connect();
}
