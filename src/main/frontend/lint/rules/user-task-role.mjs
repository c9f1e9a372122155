// A user task belongs to exactly one role; who does it is resolved from the case, never drawn.
import { is, ROLES } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (!is(node, 'UserTask')) {
      return;
    }
    if (!ROLES.includes(node.get('camunda:candidateGroups'))) {
      reporter.report(node.id, `The candidate group is one of ${ROLES.join(', ')}`);
    }
    if (node.get('camunda:assignee') || node.get('camunda:candidateUsers')) {
      reporter.report(node.id, 'No person stands in a model');
    }
  },
});
