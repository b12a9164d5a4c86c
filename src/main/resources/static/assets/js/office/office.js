// The pages of supervisors and administrators: joins the parts that each of them may use.

import {wireActs} from './acts.js';
import '../shared/signout.js';
import {startLive} from './live.js';
import {enhance} from '../shared/times.js';

enhance();
wireActs();
startLive();
// After every script of the page, and after htmx, which begins with the same event.
document.addEventListener('DOMContentLoaded', () => {
    document.documentElement.dataset.ready = 'true';
});
