// The editor of decisions, or their viewer, over what dmn-js offers.

import {load, vendor} from '../shared/loading.js';
import {text} from '../shared/texts.js';
import {inOurWords} from './dmnwords.js';
import {translated} from './namespaces.js';
import {attributesByScript, sheetsByScript} from './styles.js';

/** Opens the decision in the place; `changed` is called after each change. */
export async function openDecision({canvas, content, isEditor, changed}) {
    attributesByScript();
    sheetsByScript();
    await load(vendor(`dmn-js/dmn-${isEditor ? 'modeler' : 'navigated-viewer'}.production.min.js`));
    const decision = new globalThis.DmnJS(inOurWords(canvas));
    new MutationObserver(() => named(canvas)).observe(canvas, {childList: true, subtree: true});
    const heard = new WeakSet();
    decision.on('views.changed', listen);
    let file = await show(content);

    // Each view has a stack of its own, made when the view is opened first.
    function listen() {
        const viewer = decision.getActiveViewer();
        if (isEditor && viewer && !heard.has(viewer)) {
            heard.add(viewer);
            viewer.on('commandStack.changed', ({trigger}) => trigger !== 'clear' && changed());
        }
    }

    async function show(xml) {
        const next = translated('dmn', xml);
        const {warnings} = await decision.importXML(next.xml);
        const table = decision.getViews().find(({type}) => type === 'decisionTable');
        if (table && decision.getViews().filter(({type}) => type !== 'drd').length === 1) {
            await decision.open(table);
        }
        listen();
        return {...next, warnings};
    }

    return {
        decision,
        warnings: () => file.warnings.map(({message}) => message),
        read: async () => file.back((await decision.saveXML({format: true})).xml),
        replace: async (xml) => {
            file = await show(xml);
        },
        stack: () => decision.getActiveViewer()?.get('commandStack', false),
        select: async (id) => {
            const view = decision.getViews().find(({element}) => element.id === id);
            if (view) {
                await decision.open(view);
            }
            const name = CSS.escape(id);
            const cell = canvas.querySelector(`[data-element-id="${name}"], [data-row-id="${name}"], [data-col-id="${name}"]`);
            cell?.scrollIntoView({block: 'center'});
            cell?.click();
        },
    };
}

// The heading above the numbers of rules is empty, so that nobody who hears the page knows what they are.
function named(canvas) {
    canvas.querySelectorAll('th.index-column:empty').forEach((heading) => {
        const words = heading.appendChild(document.createElement('span'));
        words.className = 'visually-hidden';
        words.textContent = text('drafts.rule');
    });
}
