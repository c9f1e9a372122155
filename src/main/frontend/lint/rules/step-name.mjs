// A step is called what its id says, so that form, delegate, test and translation are found by the name.
import { is, letters, suffix } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (
      is(node, 'UserTask', 'ServiceTask', 'BusinessRuleTask', 'CallActivity', 'SubProcess') &&
      letters(node.name) !== letters(suffix(node.id))
    ) {
      reporter.report(node.id, `"${node.name}" is not what the id says`);
    }
  },
});
