// What a form demands, and when it says so. Its fields are required once somebody was reached, and are marked so only then;
// and nobody is told of mistakes before having tried to save.

export class FormDemands {
    #form;
    #demanded = false;
    #tried = false;
    #required = new Map();

    constructor(form) {
        this.#form = form;
        const validator = form.get('validator');
        for (const name of ['validateField', 'validateFieldInstance']) {
            const validate = validator[name].bind(validator);
            validator[name] = (field, value) => (this.#tried ? validate(field, value) : []);
        }
    }

    /** To be called when the fields of the form are there: remembers which of them are required. */
    learn() {
        for (const field of this.#fields()) {
            if (field.validate?.required) {
                this.#required.set(field, field.validate);
                field.validate = {...field.validate, required: false};
            }
        }
        this.#draw({});
    }

    /** Whether what is required has to be answered now. */
    demand(demanded) {
        if (demanded === this.#demanded) {
            return;
        }
        this.#demanded = demanded;
        for (const [field, validate] of this.#required) {
            field.validate = demanded ? validate : {...validate, required: false};
        }
        if (this.#tried) {
            this.#form.validate(); // also what was refused before and is not any more
        }
        this.#draw(this.#form._getState().errors);
    }

    /** What is wrong, by field id; from now on it is shown as it changes. */
    validate() {
        this.#tried = true;
        return this.#form.validate();
    }

    #fields() {
        return this.#form.get('formFieldRegistry').getAll();
    }

    // form-js draws all fields again, with the marks of those that are required now.
    #draw(errors) {
        this.#form._setState({errors: {...errors}});
    }
}
