// The editor of forms, or their viewer, over what form-js offers.

import {load, vendor} from '../shared/loading.js';
import {sheetsByScript} from './styles.js';

/** Opens the form in the place; `changed` is called after each change. */
export async function openForm({canvas, content, isEditor, changed, vocabulary}) {
    sheetsByScript();
    await load(vendor(`form-js/form-${isEditor ? 'editor' : 'viewer'}.umd.js`));
    const form = isEditor
        ? new globalThis.FormEditor.FormEditor({container: canvas})
        : new globalThis.FormViewer.Form({container: canvas});
    let warnings = await show(content);

    async function show(json) {
        const {warnings: found = []} = await form.importSchema(JSON.parse(json));
        return found;
    }

    if (isEditor) {
        offerOnly(new Set(vocabulary.formFields), canvas);
        form.on('changed', () => changed());
    }
    return {
        form,
        warnings: () => warnings.map(({message}) => message),
        read: async () => JSON.stringify(form.saveSchema(), null, 2) + '\n',
        replace: async (json) => {
            warnings = await show(json);
        },
        stack: () => form.get('commandStack', false),
        select: (id) => {
            const field = form.get('formFieldRegistry').get(id);
            return field && form.get('selection').set(field);
        },
    };
}

// What cannot be deployed is not offered; where it is in a file, it is shown, and the check tells of it.
function offerOnly(known, canvas) {
    const hide = () =>
        canvas.querySelectorAll('.fjs-palette-field[data-field-type]').forEach((entry) => {
            entry.hidden = !known.has(entry.dataset.fieldType);
        });
    new MutationObserver(hide).observe(canvas, {childList: true, subtree: true});
    hide();
}
