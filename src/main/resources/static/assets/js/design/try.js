// The page on which a process is tried: a sequence of events is put together, played by the server from its beginning each
// time, and shown step by step in the diagram. Nothing is kept but examples that are asked to be.

import {fileAt, openViewer} from './viewers.js';
import {KeptExamples} from './tryexamples.js';
import {PathPlayer} from './trypath.js';
import {Refused} from '../shared/api.js';
import {sendWhenFree} from './playing.js';
import {text} from '../shared/texts.js';
import {wireZoom} from './zooming.js';

const STATUSES = ['ANSWERED', 'BUSY', 'NO_ANSWER', 'OTHER'];
const CALL = [{event: 'CALL_STARTED'}, {event: 'CALL_ENDED'}];
const READY = {
    answered: [...CALL, outcome('ANSWERED')],
    busyTwice: [...CALL, outcome('BUSY'), ...CALL, outcome('BUSY'), ...CALL, outcome('ANSWERED')],
    nobodyCalls: [{event: 'ALLOCATED'}, {event: 'TIMER', timer: 'timer_noCallMade'}],
    expires: [{event: 'TIMER', timer: 'timer_expired'}],
    asksAgain: [{event: 'RELATED'}, ...CALL, outcome('ANSWERED')],
    cancelled: [{event: 'CALL_STARTED'}, {event: 'CANCEL'}, {event: 'CALL_ENDED'}, outcome('BUSY')],
    lastAttempt: [...CALL, outcome('NO_ANSWER'), ...CALL, outcome('NO_ANSWER'), ...CALL, outcome('NO_ANSWER')],
    callTooLong: [{event: 'CALL_STARTED'}, {event: 'TIMER', timer: 'timer_callTooLong'}],
    leftOpen: [...CALL, {event: 'TIMER', timer: 'timer_windowLeftOpen'}],
    stops: [{event: 'ALLOCATED'}, {event: 'STOP'}],
};

const page = document.getElementById('trial');
const list = document.getElementById('list');
const start = document.getElementById('start');
const resultLine = document.getElementById('result');
const problemLine = document.getElementById('problem');
const files = [...page.querySelectorAll('[data-file]')];
const contents = new Map();

let events = [];
let last = null;
let asked = 0;
let viewer;
let path;
let kept;

begin();

async function begin() {
    wire();
    try {
        await open();
    } catch {
        fail(text('trials.notReached'));
        return;
    }
    await play();
}

/** Shows the process that is played: that of the files, or the deployed one where they hold none. */
async function open() {
    const chosen = await playedFiles();
    const process = chosen.find(({name}) => /\.bpmn/i.test(name));
    const content = process?.content ?? await contentOf(page.dataset.usual);
    viewer = await openViewer('PROCESS', emptied(document.getElementById('viewer')), content);
    path?.stop();
    path = new PathPlayer(viewer);
    const key = viewer.root().rootElements.find((one) => one.$type === 'bpmn:Process' && one.isExecutable)?.id;
    kept = new KeptExamples(key, {playedFiles, take, current: () => ({example: example(), listId: list.value, result: last})});
    kept.show();
}

function emptied(container) {
    container.replaceChildren();
    return container;
}

async function playedFiles() {
    const chosen = files.filter((box) => box.checked);
    return Promise.all(chosen.map(async ({dataset: {name, address}}) => ({name, content: await contentOf(address)})));
}

async function contentOf(address) {
    if (!contents.has(address)) {
        contents.set(address, await fileAt(address));
    }
    return contents.get(address);
}

function wire() {
    wireZoom((way) => viewer?.zoom(way));
    list.addEventListener('change', play);
    start.addEventListener('change', play);
    document.getElementById('setting').addEventListener('submit', (event) => event.preventDefault());
    files.forEach((box) => box.addEventListener('change', async () => {
        await open();
        await play();
    }));
    document.querySelectorAll('[data-ready]').forEach((button) =>
        button.addEventListener('click', () => take(READY[button.dataset.ready])));
    document.getElementById('undo').addEventListener('click', () => take(events.slice(0, -1)));
    document.getElementById('anew').addEventListener('click', () => take([]));
    document.getElementById('keep').addEventListener('submit', (event) => {
        event.preventDefault();
        kept.keep(document.getElementById('name'));
    });
    document.getElementById('run').addEventListener('click', () => kept.run());
}

/** Plays these events instead; with what was kept with them. */
function take(others, {listId, startAt} = {}) {
    events = [...others];
    if (listId && [...list.options].some(({value}) => value === listId)) {
        list.value = listId;
    }
    if (startAt !== undefined) {
        start.value = startAt ? new Date(new Date(startAt).getTime() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : '';
    }
    return play();
}

function example() {
    return {...(start.value && {startAt: new Date(start.value).toISOString()}), events};
}

async function play() {
    const mine = ++asked;
    page.setAttribute('aria-busy', 'true');
    resultLine.textContent = text('trials.playing');
    try {
        const result = await sendWhenFree('/api/v1/processes/try', {files: await playedFiles(), listId: list.value, example: example()}, () => mine === asked);
        if (mine === asked) {
            show(result);
        }
    } catch (failure) {
        if (mine === asked) {
            fail(failure instanceof Refused ? failure.message : failure.reason || text('trials.notReached'));
        }
    }
    mine === asked && page.removeAttribute('aria-busy');
}

function show(result) {
    last = result;
    drawEvents();
    drawNext(result);
    path.show(result);
    resultLine.className = result.end || result.status ? 'notice' : 'notice danger';
    resultLine.textContent = inWords(result);
    problemLine.hidden = !result.problem;
    problemLine.textContent = result.problem ? problemInWords(result.problem) : '';
}

function inWords(result) {
    const status = result.status ? text(`trials.status.${result.status}`) : '–';
    if (result.end) {
        return text('trials.ended', path.nameOf(result.end.elementId), status);
    }
    const places = result.waitingAt.map((id) => path.nameOf(id)).join(', ');
    return places ? text('trials.waits', places, status) : text('trials.nowhere', status);
}

function problemInWords({event, elementId, file, message}) {
    const place = [file, elementId && path.nameOf(elementId)].filter(Boolean).join(', ');
    const when = event === undefined || event >= events.length ? '' : `${event + 1}. ${eventInWords(events[event])}: `;
    return `${when}${message}${place ? ` (${place})` : ''}`;
}

function fail(words) {
    last = null;
    resultLine.className = 'notice danger';
    resultLine.textContent = words;
    problemLine.hidden = true;
    drawEvents();
    document.getElementById('next').replaceChildren();
}

function drawEvents() {
    document.getElementById('events').replaceChildren(...events.map((event) =>
        Object.assign(document.createElement('li'), {textContent: eventInWords(event)})));
    document.getElementById('none-yet').hidden = events.length > 0;
    document.getElementById('undo').disabled = events.length === 0;
}

function eventInWords({event, callStatus, timer}) {
    const words = text(`trials.event.${event}`);
    const more = callStatus ? text(`trials.callStatus.${callStatus}`) : timer && path.nameOf(timer);
    return more ? `${words}: ${more}` : words;
}

/** A button for each thing that is possible now. */
function drawNext({possible, timers}) {
    const next = possible.flatMap((event) => {
        if (event === 'OUTCOME') {
            return STATUSES.map(outcome);
        }
        return event === 'TIMER' ? timers.map(({elementId}) => ({event, timer: elementId})) : [{event}];
    });
    const group = document.getElementById('next');
    const had = group.contains(document.activeElement);
    group.replaceChildren(...next.map((event) => {
        const button = Object.assign(document.createElement('button'), {type: 'button', className: 'button small', textContent: eventInWords(event)});
        button.addEventListener('click', () => take([...events, event]));
        return button;
    }));
    had && (group.querySelector('button') ?? document.getElementById('undo')).focus();
}

function outcome(callStatus) {
    return {event: 'OUTCOME', callStatus};
}

