// What a file says of an element of a process, in words.

import {text, textOr} from '../shared/texts.js';

const CALLED = ['delegateExpression', 'class', 'expression', 'decisionRef', 'calledElement', 'formRef', 'formKey', 'candidateGroups', 'assignee'];
const TIMERS = ['timeDate', 'timeDuration', 'timeCycle'];

/** Pairs of a word and its value; none of what is no element. `steps` are those of the server, with what each does in words. */
export function facts(element, steps = []) {
    if (!element) {
        return null;
    }
    return [
        ['name', element.name],
        ['id', element.id],
        ['type', typeOf(element)],
        ...events(element),
        ...called(element, steps),
        ['condition', element.conditionExpression?.body],
        ['documentation', (element.documentation ?? []).map(({text: words}) => words).join('\n')],
    ].filter(([, value]) => value).map(([key, value]) => [text(`design.fact.${key}`), value]);
}

/** The type in words, with what kind of event it is. */
export function typeOf(element) {
    const name = element.$type.replace(/^\w+:/, '');
    return textOr(`design.type.${name[0].toLowerCase()}${name.slice(1)}`, name);
}

// One tool writes camunda:, another operaton:, which the viewer keeps as it is.
function attribute(element, name) {
    return element.get?.(`camunda:${name}`) ?? element.$attrs?.[`operaton:${name}`];
}

function called(element, steps) {
    const own = CALLED.map((name) => [name === 'class' ? 'delegateExpression' : name, attribute(element, name) ?? (name === 'calledElement' ? element[name] : null)]);
    const thrown = (element.eventDefinitions ?? []).map((definition) => ['delegateExpression', attribute(definition, 'delegateExpression')]);
    return [...own, ...thrown].map(([name, value]) => [name, name === 'delegateExpression' && value ? delegate(value, steps) : value]);
}

/** A delegate by its readable name where there is one. */
function delegate(expression, steps) {
    const [, name] = /^[#$]\{\s*(\w+)\s*\}$/.exec(expression) ?? [];
    const step = steps.find((one) => one.name === name);
    return step ? `${step.label} (${name})\n${step.description}` : expression;
}

function events(element) {
    return (element.eventDefinitions ?? []).flatMap((definition) => [
        ...TIMERS.map((timer) => ['timer', definition[timer]?.body]),
        ['message', definition.messageRef?.name],
        ['error', definition.errorRef?.errorCode],
    ]);
}
