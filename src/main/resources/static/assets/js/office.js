// The pages of supervisors and administrators: joins the parts that each of them may use.

import {wireForms} from './apiform.js';
import {wireAsking} from './ask.js';
import './signout.js';
import {startLive} from './live.js';
import {enhance} from './times.js';

enhance();
wireForms();
wireAsking();
startLive();
document.documentElement.dataset.ready = 'true';
