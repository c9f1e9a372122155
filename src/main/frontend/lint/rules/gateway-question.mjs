// A gateway that chooses asks a question; each exit is an answer, and one answer holds when no other does.
import { is } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (!is(node, 'ExclusiveGateway')) {
      return;
    }
    const answers = node.outgoing ?? [];
    if (answers.length < 2) {
      if (node.name) {
        reporter.report(node.id, 'A gateway that only joins has no name');
      }
      return;
    }
    if (!node.name?.endsWith('?')) {
      reporter.report(node.id, 'The name is a question');
    }
    if (!node.default) {
      reporter.report(node.id, 'One answer is the default');
    }
    answers.filter((flow) => !flow.name).forEach((flow) => reporter.report(flow.id, 'The flow names its answer'));
  },
});
