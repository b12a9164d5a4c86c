// Shows instants in the agent's zone and way of writing them, which only the browser knows. The server renders
// <time datetime="ISO instant" data-format="dateTime|time|date|relative|both">fallback</time>,
// and <time datetime="ISO date" data-format="day"> for a day that is the same one in every zone. Below an element with
// data-zone they are shown in that zone, always with the year. data-format="seconds" is exact, and has the year everywhere.

import {serverNow} from './clock.js';
import {textOr} from './texts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FURTHEST_CHANGE = 3 * HOUR;
const REFRESH = 15_000;

const locale = localeOf(document.documentElement.lang || 'en', navigator.languages ?? [navigator.language]);
const time = new Intl.DateTimeFormat(locale, {hour: '2-digit', minute: '2-digit'});
const date = new Intl.DateTimeFormat(locale, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'});
const day = new Intl.DateTimeFormat(locale, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
const full = new Intl.DateTimeFormat(locale, {dateStyle: 'full', timeStyle: 'long'});
const thisYear = {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'};
const dateTime = new Intl.DateTimeFormat(locale, thisYear);
const dateTimeOfOtherYear = new Intl.DateTimeFormat(locale, {...thisYear, year: 'numeric'});
// In figures only: "tomorrow" is a matter of the calendar, which the difference alone does not know.
const relative = new Intl.RelativeTimeFormat(locale, {numeric: 'always'});
const nowInWords = new Intl.RelativeTimeFormat(locale, {numeric: 'auto'});
const zones = new Map();
let timer;

/** The page's language, with the region of the browser's when that speaks the same ("en" and "en-GB": "en-GB"). */
export function localeOf(pageLanguage, browserLanguages) {
    const same = (tag) => tag.toLowerCase().split('-')[0] === pageLanguage.toLowerCase().split('-')[0];
    return pageLanguage.includes('-') ? pageLanguage : (browserLanguages.find(same) ?? pageLanguage);
}

/** Date and time, with the year only when it is another. */
export function formatDateTime(instant) {
    const moment = new Date(instant);
    const sameYear = moment.getFullYear() === new Date(serverNow()).getFullYear();
    return (sameYear ? dateTime : dateTimeOfOtherYear).format(moment);
}

/** "in 12 minutes", "3 hours ago", by the server's time. */
export function formatRelative(instant) {
    const left = new Date(instant).getTime() - serverNow();
    const distance = Math.abs(left);
    if (distance < MINUTE) {
        return moment(left < 0 ? 'time.justNow' : 'time.inAMoment');
    }
    if (distance < 90 * MINUTE) {
        return relative.format(Math.round(left / MINUTE), 'minute');
    }
    return distance < 36 * HOUR
        ? relative.format(Math.round(left / HOUR), 'hour')
        : relative.format(Math.round(left / DAY), 'day');
}

// "this minute" would be said of both.
function moment(key) {
    return textOr(key, nowInWords.format(0, 'second'));
}

/** The value of an <input type="datetime-local"> for an instant, to the minute before. */
export function toLocalInput(instant) {
    const moment = new Date(instant);
    if (Number.isNaN(moment.getTime())) {
        return '';
    }
    const two = (number) => String(number).padStart(2, '0');
    const day = `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
    return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/**
 * The instant (ISO) of such a value, null for none. A time that the clocks skip in spring is taken an hour later, as if
 * they had not moved; one that comes twice in autumn is the first, unless that has passed already.
 */
export function fromLocalInput(value) {
    const moment = value ? new Date(value) : new Date(NaN);
    if (Number.isNaN(moment.getTime())) {
        return null;
    }
    const again = new Date(moment.getTime() + putBack(moment));
    const comesTwice = again > moment && toLocalInput(again) === toLocalInput(moment);
    return (comesTwice && moment.getTime() < serverNow() ? again : moment).toISOString();
}

// By how much the clocks are put back soon after: an hour nearly everywhere, but half an hour on Lord Howe, two at Troll.
function putBack(moment) {
    const later = new Date(moment.getTime() + FURTHEST_CHANGE);
    return (later.getTimezoneOffset() - moment.getTimezoneOffset()) * MINUTE;
}

/** Writes the times below `root`, and keeps relative ones fresh. To be called again for what is added or morphed. */
export function enhance(root = document) {
    root.querySelectorAll('time[datetime][data-format]').forEach(write);
    root.querySelectorAll('[data-own-zone]').forEach(tellZone);
    timer ??= setInterval(() => {
        document.querySelectorAll('time[data-format="relative"], time[data-format="both"]').forEach(write);
    }, REFRESH);
}

function tellZone(element) {
    element.textContent = element.dataset.ownZone.replace('{0}', Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC');
}

function write(element) {
    const instant = element.getAttribute('datetime');
    const moment = new Date(instant);
    if (Number.isNaN(moment.getTime())) {
        return;
    }
    const zone = element.closest('[data-zone]')?.dataset.zone;
    const shown = zone ? inZone(zone, element.dataset.format, moment) : inFormat(element.dataset.format, moment);
    if (element.textContent !== shown) {
        element.textContent = shown;
    }
    if (element.dataset.format !== 'day') {
        element.title = full.format(moment);
    }
}

function inZone(timeZone, format, moment) {
    if (format === 'day' || format === 'relative') {
        return inFormat(format, moment);
    }
    const key = `${format === 'seconds'} ${timeZone}`;
    if (!zones.has(key)) {
        const exact = format === 'seconds' && {second: '2-digit'};
        zones.set(key, new Intl.DateTimeFormat(locale, {...thisYear, year: 'numeric', ...exact, timeZone}));
    }
    return zones.get(key).format(moment);
}

function inFormat(format, moment) {
    switch (format) {
        case 'time':
            return time.format(moment);
        case 'date':
            return date.format(moment);
        case 'day':
            return day.format(moment);
        case 'relative':
            return formatRelative(moment);
        case 'seconds':
            return inZone(undefined, format, moment); // the reader's own
        case 'both':
            return `${formatDateTime(moment)} (${formatRelative(moment).replaceAll(' ', '\u00a0')})`; // on one line
        default:
            return formatDateTime(moment);
    }
}
