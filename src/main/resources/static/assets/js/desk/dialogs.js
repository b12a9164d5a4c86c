// Opens a <dialog> from any control with the data-action of that name. The rest (trap of the focus, Escape, return of
// the focus) is the browser's; only a control that was morphed away in between has to be found again.

/** Opens `<dialog id=name>` from `[data-action=name]`, calling `opening` before it is seen. Returns the dialog. */
export function wireDialog(name, opening = () => {}) {
    const dialog = document.getElementById(name);
    const controls = `[data-action="${name}"]:not(tr)`;
    document.addEventListener('click', (event) => {
        if (event.target.closest(controls) && dialog && !dialog.open) {
            opening();
            dialog.showModal();
        }
    });
    dialog?.addEventListener('close', () => {
        if (document.activeElement === document.body) {
            document.querySelector(controls)?.focus();
        }
    });
    return dialog;
}
