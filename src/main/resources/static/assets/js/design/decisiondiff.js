// The differences of two files of decisions: rules, cells, columns and expressions. Rules are matched by their ids, and where a
// tool has given new ones by what they say.

import {changes, movedAmong} from './flat.js';

/** As `{kind, id, type, name, attributes}`. */
export function decisionDifferences(before, after) {
    const olds = byId(before.drgElement);
    const news = byId(after.drgElement);
    const removed = [...olds.values()].filter(({id}) => !news.has(id)).map((one) => told('removed', one, typeOf(one)));
    const others = [...news.values()].flatMap((one) => (olds.has(one.id) ? inside(olds.get(one.id), one) : [told('added', one, typeOf(one))]));
    return [...removed, ...others];
}

function inside(before, after) {
    const attributes = changes(ofDecision(before), ofDecision(after));
    const own = attributes.length > 0 ? [{...told('changed', after, typeOf(after)), attributes}] : [];
    const [oldTable, newTable] = [before.decisionLogic, after.decisionLogic];
    const isTable = (logic) => logic?.$type === 'dmn:DecisionTable';
    return isTable(oldTable) && isTable(newTable)
        ? [...own, ...columns(oldTable, newTable, 'input'), ...columns(oldTable, newTable, 'output'), ...rules(oldTable, newTable)]
        : own;
}

function ofDecision(decision) {
    const logic = decision.decisionLogic;
    return values({
        name: decision.name,
        hitPolicy: logic?.hitPolicy,
        aggregation: logic?.aggregation,
        expression: logic?.text,
        variable: decision.variable?.name,
        requires: (decision.informationRequirement ?? [])
            .map(({requiredDecision, requiredInput}) => (requiredDecision ?? requiredInput)?.href?.replace('#', ''))
            .filter(Boolean)
            .join(', '),
    });
}

function columns(before, after, part) {
    const of = (column) => values({label: column.label, name: column.name, expression: column.inputExpression?.text, typeRef: column.typeRef ?? column.inputExpression?.typeRef});
    return compared(byId(before[part]), byId(after[part]), (kind, column) => told(kind, {id: column.id, name: labelOf(column)}, part), of);
}

function rules(before, after) {
    const names = new Map([...cellNames(before), ...cellNames(after)]);
    const of = (table) => (rule) => values(Object.fromEntries([
        ...(rule.inputEntry ?? []).map((cell, index) => [table.input?.[index]?.id, cell.text]),
        ...(rule.outputEntry ?? []).map((cell, index) => [table.output?.[index]?.id, cell.text]),
        ['description', rule.description],
    ]));
    const olds = byId(before.rule);
    const news = matched(olds, after.rule ?? [], of(before), of(after));
    const numbers = new Map([...(before.rule ?? []).map(({id}, index) => [id, index + 1]), ...[...news].map(([id], index) => [id, index + 1])]);
    const tell = (kind, rule) => told(kind, {id: rule.id, name: String(numbers.get(rule.id))}, 'rule');
    const found = compared(olds, news, tell, of(before), of(after))
        .map((one) => ({...one, attributes: one.attributes?.map((attribute) => ({...attribute, name: names.get(attribute.name) ?? attribute.name}))}));
    const known = new Set(found.map(({id}) => id));
    const moved = movedAmong([...olds.keys()], [...news.keys()]).filter((id) => !known.has(id)).map((id) => tell('moved', news.get(id)));
    return [...found, ...moved];
}

/** The later rules by the ids of the earlier ones that they are. */
function matched(olds, rules, ofOld, ofNew) {
    const ids = new Set(rules.map(({id}) => id));
    const free = new Map([...olds.values()].filter(({id}) => !ids.has(id)).map((rule) => [JSON.stringify([...ofOld(rule)]), rule.id]));
    return new Map(rules.map((rule) => {
        const same = olds.has(rule.id) ? undefined : free.get(JSON.stringify([...ofNew(rule)]));
        return same === undefined ? [rule.id, rule] : [same, {...rule, id: same, inputEntry: rule.inputEntry, outputEntry: rule.outputEntry, description: rule.description}];
    }));
}

function compared(olds, news, tell, ofOld, ofNew = ofOld) {
    const removed = [...olds.values()].filter(({id}) => !news.has(id)).map((one) => tell('removed', one));
    const others = [...news].flatMap(([id, one]) => {
        if (!olds.has(id)) {
            return [tell('added', one)];
        }
        const attributes = changes(ofOld(olds.get(id)), ofNew(one));
        return attributes.length > 0 ? [{...tell('changed', one), attributes}] : [];
    });
    return [...removed, ...others];
}

function cellNames(table) {
    return [...(table.input ?? []), ...(table.output ?? [])].map((column) => [column.id, labelOf(column)]);
}

function labelOf(column) {
    return column.label || column.name || column.inputExpression?.text || column.id;
}

function told(kind, {id, name}, type) {
    return {kind, id, type, name};
}

function typeOf({$type}) {
    const name = $type.replace(/^\w+:/, '');
    return `${name[0].toLowerCase()}${name.slice(1)}`;
}

function byId(list) {
    return new Map((list ?? []).filter(({id}) => id).map((one) => [one.id, one]));
}

function values(object) {
    return new Map(Object.entries(object).map(([name, value]) => [name, value?.text ?? value]).filter(([, value]) => value !== undefined && value !== ''));
}
