// The editors know one namespace for each thing. What means the same in another is written in theirs while it is edited,
// and as it was when it is saved: so a file keeps the words of its tool.

const SAME = {
    bpmn: [['http://operaton.org/schema/1.0/bpmn', 'http://camunda.org/schema/1.0/bpmn']],
    dmn: [
        ['http://operaton.org/schema/1.0/dmn', 'http://camunda.org/schema/1.0/dmn'],
        ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
        ['http://www.omg.org/spec/DMN/20180521/MODEL/', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
        ['https://www.omg.org/spec/DMN/20211108/MODEL/', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
        ['https://www.omg.org/spec/DMN/20230324/MODEL/', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
        ['http://www.omg.org/spec/DMN/20180521/DMNDI/', 'https://www.omg.org/spec/DMN/20191111/DMNDI/'],
    ],
};

/**
 * The file for an editor, and the way back. A file that uses both namespaces for one thing is left as it is: what the editor
 * does not know it keeps.
 */
export function translated(kind, xml) {
    const used = SAME[kind].filter(([theirs, ours]) => declares(xml, theirs) && !declares(xml, ours));
    const replaced = (content, from, to) => content.replaceAll(`="${from}"`, `="${to}"`).replaceAll(`='${from}'`, `='${to}'`);
    return {
        xml: used.reduce((content, [theirs, ours]) => replaced(content, theirs, ours), spelledOut(xml)),
        back: (content) => used.reduce((whole, [theirs, ours]) => replaced(whole, ours, theirs), content),
    };
}

// The editors' reader takes references to characters beyond the first plane, such as &#128222;, for other characters.
function spelledOut(xml) {
    return xml.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (reference, hex, decimal) => {
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    });
}

function declares(xml, namespace) {
    return xml.includes(`="${namespace}"`) || xml.includes(`='${namespace}'`);
}
