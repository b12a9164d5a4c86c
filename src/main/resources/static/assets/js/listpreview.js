// The preview beside the form of a list: drawn by the server, by the rules that intake goes by, whenever the form has
// been left alone for a moment.

import {send} from './api.js';
import {bodyOf} from './apiform.js';

const PAUSE = 300;

/** What the form holds, as far as the preview needs it: a list has a name only in the end. */
export function entered(form) {
    const settings = bodyOf(form);
    return {...settings, name: settings.name ?? '-', id: form.dataset.list ?? null};
}

/** The address of a part of a page that shows what is entered. */
export function addressed(path, shown) {
    return `${path}?entered=${encodeURIComponent(JSON.stringify(shown))}`;
}

/** Keeps the preview in step with the form. */
export function wirePreview(form) {
    const shown = document.getElementById('preview');
    const stale = document.getElementById('preview-stale');
    const at = document.getElementById('preview-at');
    let timer;
    let turn = 0;

    const draw = async () => {
        const mine = ++turn;
        try {
            const html = await send('GET', addressed('/supervision/lists/_preview', {settings: entered(form), at: at.value || null}), undefined, {html: true});
            if (mine === turn) {
                shown.innerHTML = html;
                say(true);
            }
        } catch {
            if (mine === turn) {
                say(false);
            }
        }
    };
    const say = (fits) => {
        stale.hidden = fits;
        shown.classList.toggle('stale', !fits);
    };
    const later = () => {
        clearTimeout(timer);
        const whole = [...form.querySelectorAll('[data-duration] input, #maxAttempts, #zone')].every((field) => field.validity.valid);
        if (whole && at.validity.valid) {
            timer = setTimeout(draw, PAUSE);
        } else {
            turn++;
            say(false);
        }
    };
    form.addEventListener('input', later);
    at.addEventListener('input', later);
}
