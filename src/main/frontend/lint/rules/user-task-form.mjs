// The form of a user task has the task's own name and belongs to the same edition as the model.
import { is, kebab, suffix } from './words.mjs';

export default () => ({
  check(node, reporter) {
    const form = node.get?.('camunda:formRef');
    if (is(node, 'UserTask') && form !== kebab(suffix(node.id))) {
      reporter.report(node.id, `The form is ${kebab(suffix(node.id))}`);
    }
    if (is(node, 'UserTask', 'StartEvent') && form && node.get('camunda:formRefBinding') !== 'deployment') {
      reporter.report(node.id, 'The form is bound to the deployment');
    }
  },
});
