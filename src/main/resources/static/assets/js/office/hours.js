// The editor of calling hours. Rows are drawn by the server, new ones from its templates, and so is the picture of the
// week. On their way to the API the rows become JSON in hidden fields; what is wrong with them it says, in code, and it is
// told here at its place in the language of the page.

import {Refused, send} from '../shared/api.js';
import {inWords, showRefusal} from '../shared/refusals.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';

const form = document.getElementById('hours-form');
const days = [...form.querySelectorAll('[data-day]')];
const closedDays = document.getElementById('closed-days');
const openHolidays = document.getElementById('open-holidays'); // null where no holidays are known
const picture = document.getElementById('hours-picture');
const preview = document.getElementById('calendar-preview');

form.addEventListener('input', write);
form.addEventListener('invalid', ({target}) => {
    if (target.validity.valueMissing) {
        target.setCustomValidity(text('hours.fillIn'));
        target.addEventListener('input', () => target.setCustomValidity(''), {once: true});
    }
}, true);
form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button?.hasAttribute('data-add-time')) {
        addTime(button.closest('[data-day]')).querySelector('input').focus();
    } else if (button?.hasAttribute('data-remove')) {
        remove(button.closest('li'));
    } else if (button?.hasAttribute('data-keep-open')) {
        keepOpen(button);
    }
    write();
});
document.getElementById('always-open').addEventListener('change', ({target}) => {
    const settings = document.getElementById('hours-settings');
    settings.hidden = settings.disabled = target.checked;
    document.getElementById('hours-week-picture').hidden = target.checked;
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
picture.addEventListener('htmx:configRequest', ({detail}) => {
    detail.parameters.week = JSON.stringify(days.flatMap(timesOf).filter(({from, to}) => from !== '' && to !== ''));
});
form.addEventListener('api:refused', (event) => {
    if (event.detail.status === 412) {
        event.preventDefault();
        showRefusal(form, new Refused(412, {detail: text('hours.changedElsewhere')}));
        offerBoth(form.querySelector('.form-problem'));
    } else if (tellAtItsPlace(event.detail.faults?.[0] ?? {})) {
        event.preventDefault();
    }
});
write();

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

function copyOf(template, home) {
    home.append(template.content.cloneNode(true));
    return home.lastElementChild;
}

function addTime(day, ...hours) {
    const [from, to] = hours.length > 0 ? hours : next(day);
    const row = copyOf(day.querySelector('template'), day.querySelector('.hours-times'));
    const [begin, end] = row.querySelectorAll('input');
    Object.assign(begin, {value: from});
    Object.assign(end, {value: to});
    return row;
}

function addDay(date, name) {
    const row = copyOf(document.getElementById('new-day'), closedDays);
    row.querySelector('[type=date]').value = date;
    row.querySelector('[type=text]').value = name;
    return row;
}

function keepOpen(button) {
    const there = [...openHolidays.children].find((row) => row.dataset.date === button.dataset.date);
    (there ?? copyOf(button.parentElement.querySelector('template'), openHolidays)).querySelector('input').focus();
}

function remove(row) {
    const day = row.closest('[data-day]');
    const home = row.parentElement === openHolidays ? form.elements.holidays : document.getElementById('add-day');
    row.remove();
    (day?.querySelector('[data-add-time]') ?? home).focus();
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

function yearly(row) {
    return row.querySelector('[type=checkbox]').checked ? {everyYear: true} : {};
}

function write() {
    forget();
    form.elements.week.value = JSON.stringify(days.flatMap(timesOf));
    form.elements.closedDays.value = JSON.stringify(daysOf());
    form.elements.openHolidays.value = JSON.stringify([...(openHolidays?.children ?? [])].map((row) => ({date: row.dataset.date, ...yearly(row)})));
    form.querySelectorAll('.hours-time').forEach((row) => {
        const [from, to] = row.querySelectorAll('input');
        const over = from.value !== '' && to.value !== '' && to.value <= from.value && to.value !== '00:00';
        row.querySelector('.hours-next-day').textContent = over ? text('hours.nextDay') : '';
    });
    globalThis.htmx?.trigger(picture, 'entered');
}

/** Whether there is a place for it. */
function tellAtItsPlace({code, value}) {
    const rows = [...form.querySelectorAll('.hours-time')];
    if (code === 'NO_TIME') {
        tell(text('hours.noTime'), days[0], days[0].querySelector('[data-add-time]'));
    } else if (code === 'OVERLAP') {
        const [one, other] = value.split(', ');
        const row = rows.findLast((each) => spoken(each, 'day') === other);
        tell(text('hours.overlap', spoken(rows.find((each) => spoken(each, 'day') === one), 'name'), spoken(row, 'name')), row.closest('[data-day]'), ...row.querySelectorAll('input'));
    } else if (code === 'DAY_TWICE') {
        const row = [...closedDays.children].findLast((each) => each.querySelector('[type=date]').value === value);
        tell(text('hours.dayTwice'), row, row.querySelector('input'));
    } else {
        return false;
    }
    return true;
}

// As the API names it, by the key of the day, or as people do.
function spoken(row, how) {
    const [from, to] = [...row.querySelectorAll('input')].map(({value}) => value);
    return `${row.closest('[data-day]').dataset[how]} ${from}–${to}`;
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
        preview.append(element('p', inWords(failure), {className: 'notice danger'}));
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

function element(name, words, properties = {}) {
    const made = Object.assign(document.createElement(name), properties);
    if (words !== '') {
        made.textContent = words;
    }
    return made;
}
