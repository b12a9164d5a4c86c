// What the chosen element does: which step of the server, which message, when, by which decision, for whom. Each is a choice
// among what can be deployed; every change goes through the editor, so that it can be undone.

import {text} from '../shared/texts.js';
import {choice, hint, suggesting} from './fields.js';
import {tell, told} from './inputs.js';

const MESSAGE_EVENTS = ['bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'];
const THROWING = ['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'];

/** Shows it in the place, whenever another element is chosen or the chosen one is changed. */
export function startMeaning(diagram, vocabulary, place) {
    const eventBus = diagram.get('eventBus');
    const selection = diagram.get('selection');
    let shown = null;

    function show() {
        const chosen = selection.get();
        const element = chosen.length === 1 ? (chosen[0].labelTarget ?? chosen[0]) : null;
        if (place.contains(document.activeElement) && element === shown) {
            return; // whoever types there is not to be interrupted
        }
        shown = element;
        const fields = element ? fieldsOf(element, diagram, vocabulary) : [];
        place.classList.toggle('meaning', fields.length > 0);
        place.replaceChildren(...(fields.length > 0 ? [heading(), ...fields] : []));
    }

    eventBus.on(['selection.changed', 'elements.changed', 'import.done'], () => queueMicrotask(show));
    place.addEventListener('change', () => setTimeout(() => refresh()));

    function refresh() {
        const id = document.activeElement?.id;
        shown = null;
        document.activeElement?.blur?.();
        show();
        document.getElementById(id)?.focus();
    }
}

function heading() {
    const title = document.createElement('h2');
    title.textContent = text('drafts.meaning');
    return title;
}

function fieldsOf(element, diagram, vocabulary) {
    const {businessObject: drawn, type} = element;
    const edit = editing(element, diagram);
    const definition = drawn.eventDefinitions?.[0];
    if (type === 'bpmn:ServiceTask') {
        return [...stepFields(drawn, edit, vocabulary), ...toldFields(element, drawn, diagram, vocabulary)];
    }
    if (THROWING.includes(type) && definition?.$type === 'bpmn:MessageEventDefinition') {
        return [
            ...stepFields(definition, (values) => edit(values, definition), vocabulary),
            ...toldFields(element, definition, diagram, vocabulary),
        ];
    }
    if (type === 'bpmn:ReceiveTask' || (MESSAGE_EVENTS.includes(type) && definition?.$type === 'bpmn:MessageEventDefinition')) {
        return messageFields(definition ?? drawn, edit, diagram, vocabulary, type === 'bpmn:StartEvent');
    }
    if (definition?.$type === 'bpmn:TimerEventDefinition') {
        return timerFields(definition, edit, diagram, vocabulary);
    }
    switch (type) {
        case 'bpmn:UserTask':
            return taskFields(drawn, edit, vocabulary);
        case 'bpmn:BusinessRuleTask':
            return decisionFields(drawn, edit, vocabulary);
        case 'bpmn:CallActivity':
            return callFields(drawn, edit, vocabulary);
        case 'bpmn:SequenceFlow':
            return flowFields(element, edit, diagram, vocabulary);
        default:
            return [];
    }
}

function editing(element, diagram) {
    const modeling = diagram.get('modeling');
    return (values, part = element.businessObject) => modeling.updateModdleProperties(element, part, values);
}

function stepOf(drawn, delegates) {
    const name = /^[#$]\{(\w+)\}$/.exec(drawn.get('camunda:delegateExpression') ?? '')?.[1] ?? '';
    return {name, step: delegates.find((each) => each.name === name)};
}

function stepFields(drawn, edit, {delegates}) {
    const {name, step} = stepOf(drawn, delegates);
    const others = {'camunda:class': undefined, 'camunda:expression': undefined, 'camunda:type': undefined, 'camunda:topic': undefined};
    const options = delegates.map(({name: value, label}) => ({value, label}));
    return [
        choice('meaning-step', text('drafts.step'), name, options, (value) =>
            edit({...others, 'camunda:delegateExpression': value ? `#{${value}}` : undefined}),
        ),
        ...(step ? about(step) : [hint(text('drafts.noStep'))]),
    ];
}

// What the step is told beside the variables.
function toldFields(element, drawn, diagram, {delegates, variables}) {
    const {step} = stepOf(drawn, delegates);
    const suggestions = variables.map(({name, label}) => ({value: `#{${name}}`, label}));
    return (step?.fields ?? []).map(({name, label, longest}) =>
        suggesting(
            `meaning-told-${name}`,
            label,
            told(element, drawn, name),
            name === 'text' ? suggestions : [],
            (value) => tell(element, diagram, name, value),
            longest,
        ),
    );
}

function about(step) {
    const lines = [hint(step.description)];
    if (step.anywhere) {
        lines.push(hint(text('drafts.anywhere')));
    } else if (step.stages.length > 0) {
        lines.push(hint(text('drafts.when', step.stages.map(({label}) => label).join('; '))));
    }
    if (step.reads.length > 0) {
        lines.push(hint(text('drafts.reads', step.reads.join(', '))));
    }
    if (step.sets.length > 0) {
        lines.push(hint(text('drafts.sets', step.sets.join(', '))));
    }
    return lines;
}

function messageFields(holder, edit, diagram, {messages}, isStart) {
    const options = messages
        .filter(({starts}) => !starts || isStart)
        .map(({name: value, label}) => ({value, label}));
    const now = holder.messageRef?.name ?? '';
    const message = messages.find(({name}) => name === now);
    return [
        choice('meaning-message', text('drafts.message'), now, options, (name) =>
            edit({messageRef: name ? messageNamed(name, diagram) : undefined}, holder),
        ),
        ...(message?.stages.length > 0 ? [hint(text('drafts.when', message.stages.map(({label}) => label).join('; ')))] : []),
    ];
}

/** The one of this name in the file, or a new one. */
function messageNamed(name, diagram) {
    const definitions = diagram.getDefinitions();
    const known = definitions.rootElements.find((each) => each.$type === 'bpmn:Message' && each.name === name);
    if (known) {
        return known;
    }
    const made = diagram.get('bpmnFactory').create('bpmn:Message', {name});
    const root = diagram.get('canvas').getRootElement();
    diagram.get('modeling').updateModdleProperties(root, definitions, {rootElements: [...definitions.rootElements, made]});
    made.$parent = definitions;
    return made;
}

function timerFields(definition, edit, diagram, {variables}) {
    const kind = definition.timeDate ? 'timeDate' : 'timeDuration';
    const now = definition[kind]?.body ?? '';
    const expression = (body) => {
        const made = diagram.get('bpmnFactory').create('bpmn:FormalExpression', {body});
        made.$parent = definition;
        return made;
    };
    const set = (which, body) =>
        edit({timeCycle: undefined, timeDate: undefined, timeDuration: undefined, [which]: expression(body)}, definition);
    const wanted = kind === 'timeDate' ? 'DATE' : 'DURATION';
    const suggestions = variables
        .filter((variable) => variable.kind === wanted)
        .map(({name, label}) => ({value: `#{${name}}`, label}));
    if (wanted === 'DURATION') {
        suggestions.push(...['PT5M', 'PT1H', 'P1D'].map((value) => ({value, label: text(`drafts.duration.${value}`)})));
    }
    return [
        choice(
            'meaning-timer',
            text('drafts.timer'),
            kind,
            ['timeDate', 'timeDuration'].map((value) => ({value, label: text(`drafts.timer.${value}`)})),
            (value) => value && set(value, ''),
        ),
        suggesting('meaning-time', text(`drafts.time.${kind}`), now, suggestions, (body) => set(kind, body)),
        ...(definition.timeCycle ? [hint(text('drafts.timerCycle'))] : []),
    ];
}

function taskFields(drawn, edit, {deployed}) {
    const form = drawn.get('camunda:formRef') ?? '';
    return [
        suggesting('meaning-form', text('drafts.form'), form, deployed.forms.map((value) => ({value, label: value})), (value) =>
            edit({
                'camunda:formRef': value || undefined,
                'camunda:formRefBinding': value ? (drawn.get('camunda:formRefBinding') ?? 'latest') : undefined,
            }),
        ),
        suggesting(
            'meaning-assignee',
            text('drafts.assignee'),
            drawn.get('camunda:assignee') ?? '',
            [{value: '#{agentId}', label: text('drafts.theAgent')}],
            (value) => edit({'camunda:assignee': value || undefined}),
        ),
        suggesting('meaning-group', text('drafts.group'), drawn.get('camunda:candidateGroups') ?? '', [], (value) =>
            edit({'camunda:candidateGroups': value || undefined}),
        ),
        hint(text('drafts.groupText')),
    ];
}

function decisionFields(drawn, edit, {deployed}) {
    const now = drawn.get('camunda:decisionRef') ?? '';
    return [
        suggesting('meaning-decision', text('drafts.decision'), now, deployed.decisions.map((value) => ({value, label: value})), (value) =>
            edit({
                'camunda:class': undefined,
                'camunda:expression': undefined,
                'camunda:delegateExpression': undefined,
                'camunda:decisionRef': value || undefined,
                'camunda:mapDecisionResult': drawn.get('camunda:mapDecisionResult') ?? 'singleResult',
                'camunda:resultVariable': drawn.get('camunda:resultVariable') ?? 'result',
            }),
        ),
        suggesting('meaning-result', text('drafts.result'), drawn.get('camunda:resultVariable') ?? '', [], (value) =>
            edit({'camunda:resultVariable': value || undefined}),
        ),
    ];
}

function callFields(drawn, edit, {deployed}) {
    const options = deployed.processes.map((value) => ({value, label: value}));
    return [
        suggesting('meaning-process', text('drafts.process'), drawn.calledElement ?? '', options, (value) =>
            edit({calledElement: value || undefined}),
        ),
    ];
}

function flowFields(element, edit, diagram, {variables}) {
    const {businessObject: flow} = element;
    const source = flow.sourceRef;
    if (!/^bpmn:(Exclusive|Inclusive)Gateway$/.test(source?.$type ?? '')) {
        return [];
    }
    const suggestions = variables.flatMap(({name, kind, values}) =>
        kind === 'TRUTH'
            ? [`#{${name}}`, `#{!${name}}`]
            : (values ?? (kind === 'ATTRIBUTE' ? [''] : [])).map((value) => `#{${name} == '${value}'}`),
    );
    const modeling = diagram.get('modeling');
    const condition = (body) => {
        const made = diagram.get('bpmnFactory').create('bpmn:FormalExpression', {body});
        made.$parent = flow;
        return made;
    };
    return [
        suggesting(
            'meaning-condition',
            text('drafts.condition'),
            flow.conditionExpression?.body ?? '',
            suggestions.map((value) => ({value, label: value})),
            (body) => modeling.updateProperties(element, {conditionExpression: body ? condition(body) : undefined}),
        ),
        choice(
            'meaning-default',
            text('drafts.default'),
            source.default === flow ? 'yes' : '',
            [{value: 'yes', label: text('drafts.defaultYes')}],
            (value) => modeling.updateProperties(element.source, {default: value ? flow : undefined}),
            text('drafts.defaultNo'),
        ),
        hint(text('drafts.conditionText')),
    ];
}
