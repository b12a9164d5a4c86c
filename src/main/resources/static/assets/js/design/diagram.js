// The editor of processes, or their viewer, over what bpmn-js offers.

import {load, vendor} from '../shared/loading.js';
import {translated} from './namespaces.js';
import {attributesByScript, sheetsByScript} from './styles.js';

/** Opens the process in the place; `changed` is called after each change. */
export async function openDiagram({canvas, panel, content, isEditor, changed, modules}) {
    attributesByScript();
    sheetsByScript();
    await load(vendor(`camunda-bpmn-js/camunda-platform-${isEditor ? 'modeler' : 'navigated-viewer'}.production.min.js`));
    const Diagram = isEditor ? globalThis.BpmnModeler : globalThis.BpmnNavigatedViewer;
    const diagram = new Diagram({
        container: canvas,
        // Nothing is moved but what somebody moves.
        ...(isEditor && {propertiesPanel: {parent: panel}, alignToOrigin: {alignOnSave: false}, additionalModules: modules}),
    });
    let file = await show(content);

    async function show(xml) {
        const next = translated('bpmn', xml);
        const {warnings} = await diagram.importXML(next.xml);
        fit(diagram.get('canvas'), isEditor ? canvas.querySelector('.djs-palette') : null);
        return {...next, warnings};
    }

    if (isEditor) {
        diagram.on('commandStack.changed', ({trigger}) => trigger !== 'clear' && changed());
    }
    return {
        diagram,
        // Attributes that it does not know it keeps.
        warnings: () => file.warnings.map(({message}) => message).filter((message) => !message.startsWith('unknown attribute')),
        read: async () => file.back((await diagram.saveXML({format: true})).xml),
        replace: async (xml) => {
            file = await show(xml);
        },
        stack: () => diagram.get('commandStack', false),
        select: (id) => {
            const element = diagram.get('elementRegistry').get(id);
            if (element) {
                diagram.get('selection').select(element);
                diagram.get('canvas').scrollToElement(element, 100);
            }
        },
    };
}

// All of it, beside the palette and not below it.
function fit(canvas, palette) {
    canvas.zoom('fit-viewport', 'auto');
    const {inner, outer} = canvas.viewbox();
    const covered = palette ? palette.offsetLeft + palette.offsetWidth + 10 : 0;
    if (covered > 0 && outer.width > covered && inner.width > 0) {
        const scale = Math.min(1, (outer.width - covered - 10) / inner.width, (outer.height - 20) / inner.height);
        canvas.viewbox({
            x: inner.x - covered / scale,
            y: inner.y - (outer.height / scale - inner.height) / 2,
            width: outer.width / scale,
            height: outer.height / scale,
        });
    }
}
