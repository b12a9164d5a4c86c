// Begins a draft under a key of its own: from a copy of what is deployed, or from a small valid file.

import {at} from '../shared/address.js';
import {send} from '../shared/api.js';
import {text} from '../shared/texts.js';
import {say, words} from './draftlist.js';
import {fileAt} from './viewers.js';

const ENDINGS = {PROCESS: 'bpmn', DECISION: 'dmn', FORM: 'form'};

const box = document.getElementById('new');
const form = document.getElementById('new-draft');

if (form) {
    const name = document.getElementById('new-name');
    const key = document.getElementById('new-key');
    name.addEventListener('input', () => {
        if (key.dataset.own === undefined) {
            key.value = keyOf(name.value);
        }
    });
    key.addEventListener('input', () => {
        key.dataset.own = '';
    });
    form.addEventListener('submit', begin);
    openNamed();
    window.addEventListener('hashchange', openNamed);
}

function openNamed() {
    if (location.hash === '#new') {
        box.open = true;
        document.getElementById('pattern').focus();
    }
}

async function begin(event) {
    event.preventDefault();
    const [pattern] = document.getElementById('pattern').selectedOptions;
    const key = document.getElementById('new-key').value;
    const name = document.getElementById('new-name').value.trim();
    if (form.dataset.taken.split(' ').includes(key)) {
        say(text('drafts.keyTaken'));
        return;
    }
    try {
        const {kind, file} = pattern.dataset;
        const content = file ? renamed(kind, await fileAt(file), pattern.value, key, name) : first(kind, key, name);
        const made = await send('POST', '/api/v1/processes/drafts', {file: `${key}.${ENDINGS[kind]}`, content});
        location.assign(at(`/design/drafts/${made.id}`));
    } catch (failure) {
        say(words(failure));
    }
}

/** "Complaints first" becomes `complaintsFirst`. */
function keyOf(name) {
    const parts = name.normalize('NFD').replace(/\p{M}/gu, '').split(/[^A-Za-z0-9]+/).filter(Boolean);
    const joined = parts.map((part, index) => (index === 0 ? part[0].toLowerCase() : part[0].toUpperCase()) + part.slice(1)).join('');
    return joined.replace(/^[0-9]+/, '');
}

/** The file with another key and name; all else stays letter by letter. */
function renamed(kind, content, old, key, name) {
    if (kind === 'FORM') {
        return `${JSON.stringify({...JSON.parse(content), id: key}, null, 2)}\n`;
    }
    const tag = new RegExp(`<(?:[\\w.-]+:)?${kind.toLowerCase()}\\s[^>]*\\bid=(["'])${quoted(old)}\\1[^>]*>`);
    return content
        .replace(tag, (found) => attribute(attribute(found, 'id', key), 'name', name))
        .replace(new RegExp(`\\b(bpmnElement|processRef|dmnElementRef)=(["'])${quoted(old)}\\2`, 'g'), `$1=$2${key}$2`)
        .replace(new RegExp(`\\bhref=(["'])#${quoted(old)}\\1`, 'g'), `href=$1#${key}$1`);
}

function attribute(tag, name, value) {
    const written = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
    const known = new RegExp(`(\\s${name}=)(["']).*?\\2`);
    return known.test(tag)
        ? tag.replace(known, (all, begun) => `${begun}"${written}"`)
        : tag.replace(/\s*\/?>$/, (end) => ` ${name}="${written}"${end}`);
}

function quoted(literal) {
    return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function first(kind, key, name) {
    return kind === 'FORM' ? firstForm(key, name) : firstDecision(key, name);
}

function firstForm(key, label) {
    const question = {id: 'field_answer', key: 'answer', type: 'textfield', label, validate: {maxLength: 200}};
    return `${JSON.stringify({id: key, type: 'default', schemaVersion: 18, components: [question]}, null, 2)}\n`;
}

function firstDecision(key, name) {
    const decision = attribute(`<decision id="${key}" camunda:historyTimeToLive="P30D">`, 'name', name);
    return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
             xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/"
             xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"
             xmlns:camunda="http://camunda.org/schema/1.0/dmn"
             id="definitions_${key}"
             name="${key}"
             namespace="https://ringback.io/processes">
  ${decision}
    <decisionTable id="table_${key}" hitPolicy="FIRST">
      <input id="input_listId" label="listId">
        <inputExpression id="expression_listId" typeRef="string">
          <text>listId</text>
        </inputExpression>
      </input>
      <output id="output_answer" label="answer" name="answer" typeRef="string" />
      <rule id="rule_otherwise">
        <inputEntry id="otherwise_listId">
          <text></text>
        </inputEntry>
        <outputEntry id="otherwise_answer">
          <text>"OTHERWISE"</text>
        </outputEntry>
      </rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="diagram_${key}">
      <dmndi:DMNShape id="${key}_di" dmnElementRef="${key}">
        <dc:Bounds x="160" y="100" width="180" height="80" />
      </dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;
}
