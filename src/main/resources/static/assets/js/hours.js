// The editor of calling hours. Rows of hours and of closed days are built here from what the server has written into
// data attributes; on their way to the API they become JSON in two hidden fields, which apiform.js sends with the rest.

import {Refused, send} from './api.js';
import {showRefusal} from './apiform.js';
import {text} from './texts.js';
import {toast} from './toasts.js';

const DAY = 1440;
const WEEK = 7 * DAY;
const SVG = 'http://www.w3.org/2000/svg';
const form = document.getElementById('hours-form');
const days = [...form.querySelectorAll('[data-day]')];
const closedDays = document.getElementById('closed-days');
const openHolidays = document.getElementById('open-holidays'); // null where no holidays are known
const preview = document.getElementById('calendar-preview');

form.querySelectorAll('.hours-time').forEach((row) => fillTime(row, row.dataset.from, row.dataset.to));
form.querySelectorAll('.hours-closed-day').forEach((row) => fillDay(row, row.dataset.date, row.dataset.name, row.dataset.everyYear === 'true'));
form.querySelectorAll('.hours-open-holiday').forEach((row) => fillHoliday(row, row.dataset.everyYear === 'true'));
write();

form.addEventListener('input', write);
form.addEventListener('submit', (event) => {
    write();
    if (!inOrder()) {
        event.preventDefault();
        event.stopPropagation();
    }
}, true);
form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    const day = button?.closest('[data-day]');
    if (button?.hasAttribute('data-add-time')) {
        addTime(day, ...next(day)).querySelector('input').focus();
    } else if (button?.hasAttribute('data-remove')) {
        const home = day?.querySelector('[data-add-time]') ?? homeOf(button.closest('ul'));
        button.closest('li').remove();
        home.focus();
    } else if (button?.hasAttribute('data-keep-open')) {
        keepOpen(button.dataset);
    }
    write();
});
document.getElementById('always-open').addEventListener('change', (event) => {
    document.getElementById('hours-settings').hidden = event.target.checked;
    document.getElementById('hours-week-picture').hidden = event.target.checked;
});
document.getElementById('copy-monday').addEventListener('click', () => {
    const monday = timesOf(days[0]);
    for (const day of days.slice(1, 5)) {
        day.querySelector('.hours-times').replaceChildren();
        monday.forEach(({from, to}) => addTime(day, from, to));
    }
    write();
});
document.getElementById('add-day').addEventListener('click', () => addDay('', '').querySelector('input').focus());
document.getElementById('calendar-file').addEventListener('change', (event) => readCalendar(event.target));

form.addEventListener('api:refused', (event) => {
    if (event.detail.status === 412) {
        event.preventDefault();
        showRefusal(form, new Refused(412, {detail: text('hours.changedElsewhere')}));
        offerBoth(form.querySelector('.form-problem'));
    }
});

// Somebody else was faster: look at theirs, or save these on top of them.
function offerBoth(problem) {
    const theirs = element('button', text('hours.loadTheirs'), {type: 'button', className: 'button small'});
    theirs.addEventListener('click', () => location.assign(location.pathname));
    const mine = element('button', text('hours.keepMine'), {type: 'button', className: 'button small'});
    mine.addEventListener('click', async () => {
        const now = await send('GET', form.dataset.path);
        form.dataset.ifMatch = String(now.version);
        form.requestSubmit();
    });
    const actions = element('span', '', {className: 'form-actions'});
    actions.append(theirs, mine);
    problem.append(document.createElement('br'), actions);
}

function addTime(day, from, to) {
    const row = day.querySelector('.hours-times').appendChild(element('li', '', {className: 'hours-time'}));
    fillTime(row, from, to);
    return row;
}

function fillTime(row, from, to) {
    const name = row.closest('[data-day]').dataset.name;
    row.append(
        input('time', from, text('hours.from', name)),
        element('span', '–'),
        input('time', to, text('hours.to', name)),
        element('span', '', {className: 'hours-next-day'}),
        removing(text('hours.removeTime', name)),
    );
}

function addDay(date, name) {
    const row = closedDays.appendChild(element('li', '', {className: 'hours-closed-day'}));
    fillDay(row, date, name, false);
    return row;
}

function homeOf(list) {
    return list === openHolidays ? form.elements.holidays : document.getElementById('add-day');
}

function keepOpen({date, name}) {
    const there = [...openHolidays.children].find((row) => row.dataset.date === date);
    const row = there ?? openHolidays.appendChild(element('li', '', {className: 'hours-open-holiday'}));
    if (!there) {
        Object.assign(row.dataset, {date, name});
        fillHoliday(row, false);
    }
    row.querySelector('input').focus();
}

function fillHoliday(row, everyYear) {
    const {date, name} = row.dataset;
    row.append(
        element('span', name ? `${date}: ${name}` : date),
        everyYearTick(everyYear, name || date),
        removing(text('hours.removeOpenHoliday', name || date)),
    );
}

function everyYearTick(checked, name) {
    const label = element('label', '', {className: 'hours-every-year'});
    const tick = element('input', '', {type: 'checkbox', checked});
    if (name) {
        tick.setAttribute('aria-label', text('hours.everyYearOf', name));
    }
    label.append(tick, element('span', text('hours.everyYear')));
    return label;
}

function openHolidaysOf() {
    return [...(openHolidays?.children ?? [])].map((row) => ({date: row.dataset.date, ...yearly(row)}));
}

function yearly(row) {
    return row.querySelector('[type=checkbox]').checked ? {everyYear: true} : {};
}

function fillDay(row, date, name, everyYear) {
    const words = input('text', name, text('hours.dayName'));
    words.maxLength = 100;
    words.classList.add('hours-name');
    words.placeholder = text('hours.dayName');
    row.append(
        input('date', date, text('hours.dayDate')),
        words,
        everyYearTick(everyYear, name),
        removing(text('hours.removeDay', name || date)),
    );
}

// What is added comes after what is there.
function next(day) {
    const last = timesOf(day).at(-1);
    return last && last.to > last.from && last.to < '20:00' ? [last.to, '20:00'] : ['08:00', '16:00'];
}

function timesOf(day) {
    return [...day.querySelectorAll('.hours-time')].map((row) => {
        const [from, to] = row.querySelectorAll('input');
        return {day: day.dataset.day, from: from.value, to: to.value};
    });
}

function daysOf() {
    return [...closedDays.children].map((row) => {
        const [date, name] = row.querySelectorAll('input');
        return {date: date.value, name: name.value.trim(), ...yearly(row)};
    });
}

function write() {
    const week = days.flatMap(timesOf);
    forget();
    form.elements.week.value = JSON.stringify(week);
    form.elements.closedDays.value = JSON.stringify(daysOf());
    form.elements.openHolidays.value = JSON.stringify(openHolidaysOf());
    form.querySelectorAll('.hours-time').forEach((row) => {
        const [from, to] = row.querySelectorAll('input');
        const over = from.value !== '' && to.value !== '' && to.value <= from.value && to.value !== '00:00';
        row.querySelector('.hours-next-day').textContent = over ? text('hours.nextDay') : '';
    });
    draw(week.filter(({from, to}) => from !== '' && to !== ''));
}

/** Whether every row is filled in and none contradicts another; the first that does gets the focus. */
function inOrder() {
    if (form.elements.alwaysOpen.checked) {
        form.elements.week.value = '[]';
        form.elements.closedDays.value = '[]';
        form.elements.openHolidays.value = '[]';
        return true;
    }
    const missing = [...form.querySelectorAll('.hours-time input, .hours-closed-day input')].find((field) => field.value.trim() === '');
    missing?.setCustomValidity(text('hours.fillIn'));
    missing?.reportValidity();
    missing?.addEventListener('input', () => missing.setCustomValidity(''), {once: true});
    return missing === undefined && !contradicted();
}

// What the API refuses, too, but here in the language of the page and at its place.
function contradicted() {
    const times = [...form.querySelectorAll('.hours-time')];
    if (times.length === 0) {
        tell(text('hours.noTime'), days[0], document.querySelector('[data-add-time]'));
        return true;
    }
    const spans = times.map(span);
    for (const [index, later] of spans.entries()) {
        const earlier = spans.slice(0, index).find((span) => overlap(span, later));
        if (earlier) {
            const home = times[index].closest('[data-day]');
            tell(text('hours.overlap', earlier.words, later.words), home, ...times[index].querySelectorAll('input'));
            return true;
        }
    }
    const dates = daysOf().map(({date}) => date);
    const again = dates.findIndex((date, index) => dates.indexOf(date) < index);
    if (again >= 0) {
        tell(text('hours.dayTwice'), closedDays.children[again], closedDays.children[again].querySelector('input'));
    }
    return again >= 0;
}

function span(row) {
    const {day, name} = row.closest('[data-day]').dataset;
    const [from, to] = [...row.querySelectorAll('input')].map(({value}) => value);
    return {...inWeek(day, from, to), words: `${name} ${from}–${to}`};
}

function overlap(one, other) {
    return [-WEEK, 0, WEEK].some((shift) => one.begin < other.end + shift && other.begin + shift < one.end);
}

function tell(words, home, ...fields) {
    const error = home.appendChild(element('p', words.charAt(0).toUpperCase() + words.slice(1), {className: 'error hours-error', id: 'hours-error'}));
    error.setAttribute('role', 'alert');
    fields.forEach((field) => {
        field.setAttribute('aria-invalid', 'true');
        field.setAttribute('aria-describedby', error.id);
    });
    fields[0].focus({preventScroll: true});
    home.scrollIntoView({block: 'center'});
}

function forget() {
    document.getElementById('hours-error')?.remove();
    form.querySelectorAll('[aria-describedby="hours-error"]').forEach((field) => {
        field.removeAttribute('aria-invalid');
        field.removeAttribute('aria-describedby');
    });
}

// The bars of the picture, as the server has drawn them.
function draw(week) {
    document.querySelectorAll('[data-bars]').forEach((row, index) => {
        row.querySelectorAll('.bar').forEach((bar) => bar.remove());
        const bars = week.flatMap((time) => [0, -WEEK].map((shift) => piece(time, shift, index * DAY))).filter(({width}) => width > 0)
            .sort((one, other) => one.x - other.x);
        bars.forEach(({x, width}) => row.insertBefore(bar(x, width), row.querySelector('.ticks')));
        row.setAttribute('aria-label', bars.map(({x, width}) => `${clock(x)}–${clock(x + width)}`).join(', ') || text('hours.closed'));
    });
}

function piece({day, from, to}, shift, midnight) {
    const {begin, end} = inWeek(day, from, to);
    const x = Math.max(begin + shift, midnight);
    return {x: x - midnight, width: Math.min(end + shift, midnight + DAY) - x};
}

// In minutes from the beginning of the week; a Sunday night goes beyond its end.
function inWeek(day, from, to) {
    const first = days.findIndex((each) => each.dataset.day === day) * DAY;
    return {begin: first + minutes(from), end: first + minutes(to) + (to <= from ? DAY : 0)};
}

function bar(x, width) {
    const rect = document.createElementNS(SVG, 'rect');
    Object.entries({class: 'bar', x, y: 0, width, height: 10}).forEach(([name, value]) => rect.setAttribute(name, value));
    return rect;
}

async function readCalendar(field) {
    const [file] = field.files;
    if (!file) {
        return;
    }
    preview.replaceChildren();
    try {
        const body = new Blob([await file.arrayBuffer()], {type: 'text/calendar'});
        showPreview(await send('POST', `${form.dataset.path}/closed-days?preview=true`, body));
    } catch (failure) {
        const words = failure instanceof Refused ? [failure.message, ...failure.errors.values()].filter(Boolean).join(' ') : text('office.unreachable');
        preview.append(element('p', words, {className: 'notice danger'}));
    }
}

function showPreview({days: found, skipped}) {
    const known = new Set(daysOf().map(({date}) => date));
    const fresh = found.filter(({date}) => !known.has(date));
    preview.append(element('p', text('hours.found', found.length, found.length - fresh.length, skipped.length)));
    preview.append(list(fresh.map(({date, name}) => `${date}: ${name}`)), list(together(skipped.map(({name, reason}) => `${name}: ${text(`hours.skipped.${reason}`)}`))));
    if (fresh.length > 0) {
        const add = element('button', text('hours.addFound', fresh.length), {type: 'button', className: 'button small'});
        add.addEventListener('click', () => {
            fresh.forEach(({date, name}) => addDay(date, name));
            preview.replaceChildren(element('p', text('hours.added', fresh.length)));
            document.getElementById('calendar-file').value = '';
            write();
            toast({id: 'hours', title: text('hours.added', fresh.length)});
        });
        preview.append(add);
    }
}

// A calendar has the same appointment many times over.
function together(lines) {
    const times = new Map();
    lines.forEach((line) => times.set(line, (times.get(line) ?? 0) + 1));
    return [...times].map(([line, count]) => (count === 1 ? line : `${line} (${count}\u00a0×)`));
}

function list(lines) {
    const home = element('ul', '');
    home.hidden = lines.length === 0;
    lines.forEach((line) => home.append(element('li', line)));
    return home;
}

function input(type, value, label) {
    const field = element('input', '', {type, value: value ?? ''});
    field.setAttribute('aria-label', label);
    return field;
}

function removing(label) {
    const button = element('button', '×', {type: 'button', className: 'button small quiet'});
    button.dataset.remove = '';
    button.setAttribute('aria-label', label);
    return button;
}

function element(name, words, properties = {}) {
    const made = Object.assign(document.createElement(name), properties);
    if (words !== '') {
        made.textContent = words;
    }
    return made;
}

function minutes(time) {
    const [hours, rest] = time.split(':').map(Number);
    return hours * 60 + rest;
}

function clock(at) {
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
