// The guide of the demo: open at the start, as it was left elsewhere, and put away for good if somebody wishes.

const KEY = 'ringback.guide';
const guide = document.getElementById('guide');
const back = document.getElementById('guide-back');
// The server may be found below a path.
const below = document.getElementById('demo').getAttribute('href').replace(/\/simulator$/, '');
const here = location.pathname.slice(below.length);

function kept() {
    try {
        return localStorage.getItem(KEY);
    } catch {
        return null; // a browser that keeps nothing shows the guide anew each time
    }
}

function keep(state) {
    try {
        localStorage.setItem(KEY, state);
    } catch {
        // as above
    }
}

function putAway(away) {
    guide.hidden = away;
    back.hidden = !away;
}

for (const step of guide.querySelectorAll('li')) {
    if ((step.dataset.at ?? '').split(' ').includes(here)) {
        step.setAttribute('aria-current', 'step');
        document.getElementById('guide-now').textContent = step.textContent;
    }
}
guide.open = kept() === 'open' || (kept() === null && ['/login', '/simulator'].includes(here));
putAway(kept() === 'away');

// By somebody, not by the page: it is still as it was.
guide.querySelector('summary').addEventListener('click', () => keep(guide.open ? 'closed' : 'open'));
document.getElementById('guide-away').addEventListener('click', () => {
    putAway(true);
    keep('away');
    back.focus();
});
back.addEventListener('click', () => {
    putAway(false);
    guide.open = true;
    keep('open');
    guide.querySelector('summary').focus();
});
