// A process can be run, says in one sentence what it is, and lets its history go after ten years (in days).
import { is } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (!is(node, 'Process')) {
      return;
    }
    if (!node.isExecutable) {
      reporter.report(node.id, 'The process is executable');
    }
    if (!node.documentation?.[0]?.text) {
      reporter.report(node.id, 'The documentation says in one sentence what the process is');
    }
    if (!/^P?\d+D?$/.test(node.get('camunda:historyTimeToLive') ?? '')) {
      reporter.report(node.id, 'The history time to live is given in days');
    }
  },
});
