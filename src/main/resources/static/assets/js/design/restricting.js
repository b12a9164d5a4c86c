// Modules over bpmn-js that leave in its palette, menus and panel what can be deployed, and put the steps of this server
// among what can be appended.

import {text, textOr} from '../shared/texts.js';

// Behind all providers of the vendors, so that their entries are there to be looked at.
const LAST = 100;

/** What an entry of a menu makes, by a part of its name. */
const MAKES = [
    [/script-task/, 'scriptTask'],
    [/send-task/, 'sendTask'],
    [/call-activity/, 'callActivity'],
    [/transaction/, 'transaction'],
    [/ad-hoc/, 'adHocSubProcess'],
    [/complex-gateway/, 'complexGateway'],
    [/signal/, 'signalEventDefinition'],
    [/conditional(?!-flow)/, 'conditionalEventDefinition'],
    [/link/, 'linkEventDefinition'],
    [/compensation/, 'compensateEventDefinition'],
    [/cancel/, 'cancelEventDefinition'],
    [/^toggle-(parallel|sequential)-mi/, 'multiInstanceLoopCharacteristics'],
    [/^toggle-loop/, 'standardLoopCharacteristics'],
    [/^toggle-participant-multiplicity/, 'participantMultiplicity'],
];

/** Groups of the panel in which everything can be deployed; what else there is to say of an element, meaning.js asks. */
const GROUPS = new Set([
    'general',
    'documentation',
    'error',
    'escalation',
    'CamundaPlatform__HistoryCleanup',
    'CamundaPlatform__JobExecution',
    'CamundaPlatform__AsynchronousContinuations',
    'CamundaPlatform__Input',
    'CamundaPlatform__Output',
    'CamundaPlatform__ExtensionProperties',
]);

const MENUS = ['bpmn-replace', 'bpmn-append', 'bpmn-create'];

/** The modules for a modeler, by what the server says can be deployed. */
export function restricting(vocabulary) {
    const known = new Set(vocabulary.elements);
    const isOffered = (id) => MAKES.every(([name, element]) => !name.test(id) || known.has(element));

    function offered(entries) {
        return Object.fromEntries(
            Object.entries(entries)
                .filter(([id]) => isOffered(id))
                .map(([id, entry]) => [id, inOurWords(id, entry)])
                .map(([id, entry]) => [id, entry.entries ? {...entry, entries: offered(entry.entries)} : entry])
                .filter(([, entry]) => !entry.entries || Object.keys(entry.entries).length > 0),
        );
    }

    class Restricted {
        constructor(palette, contextPad, popupMenu, propertiesPanel) {
            palette.registerProvider(LAST, {getPaletteEntries: () => offered});
            contextPad.registerProvider(LAST, {
                getContextPadEntries: () => offered,
                getMultiElementContextPadEntries: () => offered,
            });
            MENUS.forEach((menu) =>
                popupMenu.registerProvider(menu, LAST, {
                    getPopupMenuEntries: () => offered,
                    getPopupMenuHeaderEntries: () => offered,
                }),
            );
            propertiesPanel.registerProvider(LAST, {
                getGroups: () => (groups) => groups.filter(({id}) => GROUPS.has(id)),
            });
        }
    }
    Restricted.$inject = ['palette', 'contextPad', 'popupMenu', 'propertiesPanel'];

    return [
        {__init__: ['restricted', 'steps'], restricted: ['type', Restricted], steps: ['type', stepsFor(vocabulary)]},
        {translate: ['value', translated]},
    ];
}

// The steps of the process that is drawn, as entries of the menu of what can be appended or created.
function stepsFor({delegates}) {
    class Steps {
        constructor(popupMenu, bpmnFactory, elementFactory, autoPlace, create, canvas, directEditing) {
            const made = (step) => {
                const task = bpmnFactory.create('bpmn:ServiceTask', {name: step.label});
                task.set('camunda:delegateExpression', `#{${step.name}}`);
                return elementFactory.createShape({type: 'bpmn:ServiceTask', businessObject: task});
            };
            const provide = (menu, act) =>
                popupMenu.registerProvider(menu, LAST - 1, {
                    getPopupMenuEntries: (element) => (entries) => ({
                        'steps-of-ringback': {
                            label: text('drafts.steps'),
                            className: 'bpmn-icon-service-task',
                            description: text('drafts.stepsText'),
                            entries: Object.fromEntries(
                                delegates
                                    .filter(({process}) => isOfProcess(canvas, process))
                                    .map((step) => [
                                        `step-${step.name}`,
                                        {
                                            label: step.label,
                                            className: 'bpmn-icon-service-task',
                                            description: step.description,
                                            search: step.name,
                                            action: {
                                                click: (event) => act(event, element, made(step)),
                                                dragstart: (event) => create.start(event, made(step), {source: element}),
                                            },
                                        },
                                    ]),
                            ),
                        },
                        ...entries,
                    }),
                });
            provide('bpmn-append', (event, element, shape) => {
                popupMenu.close();
                autoPlace.append(element, shape);
                directEditing.cancel(); // it has a name already
            });
            provide('bpmn-create', (event, element, shape) => {
                popupMenu.close();
                create.start(event, shape);
            });
        }
    }
    Steps.$inject = ['popupMenu', 'bpmnFactory', 'elementFactory', 'autoPlace', 'create', 'canvas', 'directEditing'];
    return Steps;
}

/** A process of another name fulfils the contract of the callback case. */
function isOfProcess(canvas, process) {
    const root = canvas.getRootElement().businessObject;
    const ids = [root, ...(root.participants ?? []).map(({processRef}) => processRef)].map((each) => each?.id);
    return process === 'agentReception' ? ids.includes('agentReception') : !ids.includes('agentReception');
}

// The vendors explain their entries in English only.
function inOurWords(id, entry) {
    return document.documentElement.lang === 'en' || /^step/.test(id) ? entry : {...entry, description: undefined};
}

/** The editor's own words where there are some in the language of the page. */
function translated(words, values = {}) {
    const ours = document.documentElement.lang === 'en' ? words : textOr(`drafts.word.${slug(words)}`, words);
    return ours.replace(/\{([^}]+)\}/g, (whole, name) => values[name] ?? whole);
}

function slug(words) {
    return words.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
}
