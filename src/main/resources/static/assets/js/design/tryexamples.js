// The examples that are kept with a process: played again, all together, or one to look at.

import {Refused, send} from '../shared/api.js';
import {sendWhenFree} from './playing.js';
import {text} from '../shared/texts.js';
import {toast} from '../shared/toasts.js';

const found = document.getElementById('examples');
const none = document.getElementById('no-examples');
const summary = document.getElementById('run-result');

export class KeptExamples {
    #address;
    #page;
    #results = new Map();

    /** @param page answers the files that are played, what is played now, and takes another sequence */
    constructor(key, page) {
        this.#address = `/api/v1/processes/${encodeURIComponent(key)}/examples`;
        this.#page = page;
    }

    async show() {
        await this.#try(async () => {
            const {items} = await send('GET', this.#address);
            found.replaceChildren(...items.map((one) => this.#item(one)));
            none.hidden = items.length > 0;
            document.getElementById('run').disabled = items.length === 0;
        });
    }

    async keep(field) {
        const {example, listId, result} = this.#page.current();
        const name = field.value.trim();
        if (!result || !name) {
            return;
        }
        await this.#try(async () => {
            const {end, status} = result;
            await send('PUT', this.#at(name), {listId, example, ...(end && {endElementId: end.elementId}), endStatus: status});
            field.value = '';
            toast({title: text('trials.isKept', name), kind: 'success'});
            await this.show();
        });
    }

    async run() {
        await this.#try(async () => {
            const {passed, total, examples} = await sendWhenFree(`${this.#address}/run`, {files: await this.#page.playedFiles()});
            this.#results = new Map(examples.map((one) => [one.name, one]));
            summary.hidden = false;
            summary.className = passed === total ? 'notice' : 'notice danger';
            summary.textContent = text('trials.passed', passed, total);
            await this.show();
        });
    }

    #item({name, listId, example}) {
        const item = document.createElement('li');
        const result = this.#results.get(name);
        const words = document.createElement('span');
        words.append(Object.assign(document.createElement('strong'), {textContent: name}));
        if (result) {
            words.append(' ', Object.assign(document.createElement('span'), {
                className: result.asExpected ? 'passed' : 'failed',
                textContent: result.asExpected ? text('trials.asExpected') : result.difference,
            }));
        }
        item.append(
            words,
            button(text('trials.look'), name, () => this.#page.take(example.events, {listId, startAt: example.startAt ?? ''})),
            button(text('trials.delete'), name, () => this.#delete(name)));
        return item;
    }

    async #delete(name) {
        await this.#try(async () => {
            await send('DELETE', this.#at(name));
            await this.show();
            document.getElementById('name').focus();
        });
    }

    #at(name) {
        return `${this.#address}/${encodeURIComponent(name)}`;
    }

    async #try(work) {
        try {
            await work();
        } catch (failure) {
            toast({title: failure instanceof Refused ? failure.message : text('trials.notReached'), kind: 'error'});
        }
    }
}

function button(words, name, act) {
    const made = Object.assign(document.createElement('button'), {type: 'button', className: 'button small', textContent: words});
    made.setAttribute('aria-label', `${words}: ${name}`);
    made.addEventListener('click', act);
    return made;
}
