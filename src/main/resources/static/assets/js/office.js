// The pages of supervisors and administrators: joins the parts that each of them may use.

import {wireActs} from './acts.js';
import './signout.js';
import {startLive} from './live.js';
import {enhance} from './times.js';

enhance();
wireActs();
startLive();
document.documentElement.dataset.ready = 'true';
