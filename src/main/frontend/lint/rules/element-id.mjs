// An id names the kind of its element and then, in UpperCamel, what it is: UserTask_ApproveSafetyPlan.
import { is } from './words.mjs';

const PREFIXES = [
  ['StartEvent', 'StartEvent_'],
  ['EndEvent', 'EndEvent_'],
  ['BoundaryEvent', 'BoundaryEvent_'],
  ['IntermediateCatchEvent', 'IntermediateCatchEvent_'],
  ['IntermediateThrowEvent', 'IntermediateThrowEvent_'],
  ['UserTask', 'UserTask_'],
  ['ServiceTask', 'ServiceTask_'],
  ['BusinessRuleTask', 'BusinessRuleTask_'],
  ['CallActivity', 'CallActivity_'],
  ['SubProcess', 'SubProcess_'],
  ['Gateway', 'Gateway_'],
  ['SequenceFlow', 'Flow_'],
];

export default () => ({
  check(node, reporter) {
    const prefix = PREFIXES.find(([type]) => is(node, type))?.[1];
    if (prefix && !new RegExp(`^${prefix}([A-Z][A-Za-z]*)(_[A-Z][A-Za-z0-9]*)?$`).test(node.id)) {
      reporter.report(node.id, `The id begins with ${prefix} and goes on in UpperCamel`);
    }
  },
});
