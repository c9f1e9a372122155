// A model reaches the program through a named delegate only: no scripts, no classes, no listeners.
import { extensions, is, suffix, uncapitalised } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (is(node, 'ScriptTask')) {
      reporter.report(node.id, 'A model holds no scripts');
    }
    if (is(node, 'ServiceTask')) {
      const expected = `\${${uncapitalised(suffix(node.id))}Delegate}`;
      if (node.get('camunda:delegateExpression') !== expected) {
        reporter.report(node.id, `The delegate is ${expected}`);
      }
    }
    if (is(node, 'IntermediateThrowEvent')) {
      const messages = (node.eventDefinitions ?? []).filter((event) => is(event, 'MessageEventDefinition'));
      if (messages.some((message) => !/^\$\{[a-z]\w*Delegate}$/.test(message.get('camunda:delegateExpression') ?? ''))) {
        reporter.report(node.id, 'The message is sent by a delegate');
      }
    }
    if (is(node, 'FlowNode') && (node.get('camunda:class') || node.get('camunda:expression'))) {
      reporter.report(node.id, 'Only delegates are called, no class and no expression');
    }
    if (is(node, 'BaseElement') && ['ExecutionListener', 'TaskListener'].some((type) => extensions(node, type).length)) {
      reporter.report(node.id, 'A model holds no listeners');
    }
  },
});
