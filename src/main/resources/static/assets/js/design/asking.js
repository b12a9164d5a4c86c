// What the decision that is open may ask about: each can be added to its table as a column.

import {text} from '../shared/texts.js';
import {hint} from './fields.js';

const TYPES = {TRUTH: 'boolean', NUMBER: 'integer'};
const NOT_ASKED = ['DATE', 'DURATION'];

/** Shows it in the place, for each decision that is opened. */
export function startAsking(decision, vocabulary, place) {
    decision.on('views.changed', () => show());
    show();

    function show() {
        const view = decision.getActiveView();
        const isTable = view?.type === 'decisionTable';
        place.classList.toggle('meaning', isTable);
        place.replaceChildren(...(isTable ? parts(view.element) : []));
    }

    function parts({id}) {
        const title = document.createElement('h2');
        title.textContent = text('drafts.asking');
        const list = document.createElement('ul');
        list.className = 'plain asking';
        list.append(...inputsOf(id, vocabulary).map((input) => line(input)));
        return [title, hint(text('drafts.asking.text')), list];
    }

    function line(input) {
        const item = document.createElement('li');
        const button = item.appendChild(document.createElement('button'));
        button.type = 'button';
        button.className = 'button small';
        button.textContent = input.label;
        button.setAttribute('aria-label', text('drafts.asking.add', input.label));
        button.addEventListener('click', () => add(input));
        item.append(hint([input.name, ...input.values.map((value) => JSON.stringify(value))].join(' ')));
        return item;
    }

    function add({name, label, type}) {
        const viewer = decision.getActiveViewer();
        const factory = viewer.get('dmnFactory');
        const inputExpression = factory.create('dmn:LiteralExpression', {text: name, typeRef: type});
        const businessObject = factory.create('dmn:InputClause', {label, inputExpression});
        inputExpression.$parent = businessObject;
        const known = viewer.get('sheet').getRoot().businessObject.input?.length ?? 0;
        viewer.get('modeling').addCol({businessObject}, known);
    }
}

function inputsOf(id, {decisionInputs, variables}) {
    const given = decisionInputs.filter(({decision}) => decision === id);
    return given.length > 0
        ? given
        : variables
            .filter(({kind}) => !NOT_ASKED.includes(kind))
            .map(({name, label, kind, values}) => ({name, label, type: TYPES[kind] ?? 'string', values: kind === 'ONE_OF' ? values : []}));
}
