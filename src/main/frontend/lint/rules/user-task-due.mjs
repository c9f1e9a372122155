// Every user task is due at a date from the table of deadlines or at one that was agreed with the family.
import { is } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (
      is(node, 'UserTask') &&
      !/^\$\{deadlines\.(due|start|agreed|escalation|beforeDue)\(.*\)}$/.test(node.get('camunda:dueDate') ?? '')
    ) {
      reporter.report(node.id, 'The due date is one of ${deadlines…}');
    }
  },
});
