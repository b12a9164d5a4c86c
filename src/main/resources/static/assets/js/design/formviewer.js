// A form in the viewer of form-js, as it is for agents; see viewers.js.

import {loadViewer} from '../shared/form.js';

export async function openForm(container, content) {
    const {Form} = await loadViewer();
    const schema = JSON.parse(content);
    const form = new Form({container});
    await form.importSchema(schema);
    form.setProperty('readOnly', true);
    container.classList.add('scrolls', 'form');
    return new ShownForm(schema, container);
}

/** A form that cannot be filled in. */
class ShownForm {
    #schema;
    #container;

    constructor(schema, container) {
        this.#schema = schema;
        this.#container = container;
    }

    root() {
        return this.#schema;
    }

    mark(id, name) {
        this.#find(id)?.classList.add(name);
    }

    choose(id) {
        this.#container.querySelectorAll('.is-chosen').forEach((element) => element.classList.remove('is-chosen'));
        this.mark(id, 'is-chosen');
        this.#find(id)?.scrollIntoView({block: 'nearest'});
    }

    zoom() {}

    #find(id) {
        const own = (element) => (element.id || element.htmlFor).replace(/^fjs-form-\w+-/, '');
        const fits = (element) => own(element) === id || own(element).startsWith(`${id}-`);
        return [...this.#container.querySelectorAll('[id^="fjs-form-"], label[for^="fjs-form-"]')].find(fits)?.closest('.fjs-form-field');
    }
}
