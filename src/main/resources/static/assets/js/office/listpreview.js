// The preview beside the form of a list is drawn by the server, by the rules that intake goes by, whenever the form has
// been left alone for a moment. Here it is said that it is out of date while what is entered cannot be.

/** Wires the form. */
export function wirePreview(form) {
    const shown = document.getElementById('preview');
    const at = document.getElementById('preview-at');
    const fits = (now) => {
        document.getElementById('preview-stale').hidden = now;
        shown.classList.toggle('stale', !now);
    };
    shown.addEventListener('htmx:configRequest', (event) => {
        const whole = [...form.querySelectorAll('[type=number], #zone'), at].every((field) => field.validity.valid);
        if (!whole && event.target === shown) {
            event.preventDefault();
            fits(false);
        }
    });
    shown.addEventListener('htmx:beforeOnLoad', (event) => {
        const can = event.detail.xhr.status < 400;
        if (!can) {
            event.preventDefault(); // the last one that could be stays
        }
        fits(can);
    });
    shown.addEventListener('htmx:sendError', () => fits(false));
    shown.addEventListener('htmx:timeout', () => fits(false));
}
