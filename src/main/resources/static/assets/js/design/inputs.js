// What a step is told where it is called: inputs of the task or event, or fields, as element templates write them.

/** What it is told by this name; empty where it is told nothing. */
export function told(element, drawn, name) {
    const input = inputOutput(element.businessObject)?.inputParameters?.find((each) => each.name === name);
    const field = extensions(drawn).find((each) => each.$type === 'camunda:Field' && each.name === name);
    return input?.value ?? field?.stringValue ?? field?.string ?? field?.expression ?? '';
}

/** Has it told so, by an input, which counts before a field of that name; one step to be undone. */
export function tell(element, diagram, name, value) {
    const factory = diagram.get('bpmnFactory');
    const {businessObject} = element;
    const commands = [];
    const update = (moddleElement, properties) =>
        commands.push({cmd: 'element.updateModdleProperties', context: {element, moddleElement, properties}});
    const create = (type, parent, values) => Object.assign(factory.create(type, values), {$parent: parent});

    let holder = businessObject.extensionElements;
    if (!holder) {
        holder = create('bpmn:ExtensionElements', businessObject, {values: []});
        update(businessObject, {extensionElements: holder});
    }
    let mapping = inputOutput(businessObject);
    if (!mapping) {
        mapping = create('camunda:InputOutput', holder, {inputParameters: [], outputParameters: []});
        update(holder, {values: [...holder.get('values'), mapping]});
    }
    const others = (mapping.inputParameters ?? []).filter((each) => each.name !== name);
    const mine = value ? [create('camunda:InputParameter', mapping, {name, value})] : [];
    update(mapping, {inputParameters: [...others, ...mine]});
    diagram.get('commandStack').execute('properties-panel.multi-command-executor', commands);
}

function inputOutput(businessObject) {
    return extensions(businessObject).find(({$type}) => $type === 'camunda:InputOutput');
}

function extensions(drawn) {
    return drawn.extensionElements?.get('values') ?? [];
}
