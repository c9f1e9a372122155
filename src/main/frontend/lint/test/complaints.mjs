// What one of our rules says about a piece of a process.
import { lint } from '../lint.mjs';

const NAMESPACES =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';

export const complaintsInDefinitions = (rule, elements) =>
  lint(`<definitions ${NAMESPACES} id="d" targetNamespace="t">${elements}</definitions>`, {
    rules: { [`trivsel/${rule}`]: 'error' },
  });

export const complaints = (rule, elements) =>
  complaintsInDefinitions(rule, `<process id="p" isExecutable="true">${elements}</process>`);

/** A flow node with its flows named inside, as modellers write it. */
export const node = (type, attributes, { from = [], to = [], inside = '' } = {}) =>
  `<${type} ${attributes}>${inside}${from.map((id) => `<incoming>${id}</incoming>`).join('')}${to
    .map((id) => `<outgoing>${id}</outgoing>`)
    .join('')}</${type}>`;
