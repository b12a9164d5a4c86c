// form-js says what is wrong with an answer in English only. Its texts are few; each is said in the agent's language.
// A text of the form itself (patternErrorMessage) is none of them and stays.

import {text} from './texts.js';

const TEXTS = [
    [/^Field is required\.$/, 'required'],
    [/^Field must have minimum value of (.+)\.$/, 'min'],
    [/^Field must have maximum value of (.+)\.$/, 'max'],
    [/^Field must have minimum length of (.+)\.$/, 'minLength'],
    [/^Field must have maximum length of (.+)\.$/, 'maxLength'],
    [/^Field must match pattern .+\.$/, 'pattern'],
    [/^Field must be a valid {1,2}international phone number\./, 'phone'],
    [/^Field must be a valid email\.$/, 'email'],
    [/^Value is (?:not a number|expected to be an integer)\.$/, 'number'],
    [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'decimals'],
];

/** Lets this form speak the agent's language. */
export function translateErrors(form) {
    const validator = form.get('validator');
    for (const name of ['validateField', 'validateFieldInstance']) {
        const validate = validator[name].bind(validator);
        validator[name] = (field, value) => validate(field, value).map(translated);
    }
}

function translated(error) {
    for (const [pattern, name] of TEXTS) {
        const found = pattern.exec(error);
        if (found) {
            return text(`form.error.${name}`, ...found.slice(1));
        }
    }
    return error;
}
