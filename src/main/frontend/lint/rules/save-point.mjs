// What leaves the database starts in a transaction of its own, and a save point says how often it is retried.
import { extensions, is } from './words.mjs';

const RETRIES = 'R5/PT5M';

export default () => ({
  check(node, reporter) {
    if (!is(node, 'FlowNode')) {
      return;
    }
    const join = is(node, 'ParallelGateway') && (node.incoming ?? []).length > 1;
    if ((is(node, 'ServiceTask', 'IntermediateThrowEvent') || join) && !node.get('camunda:asyncBefore')) {
      reporter.report(node.id, 'A save point stands before this step (asyncBefore)');
    }
    const saved = node.get('camunda:asyncBefore') || node.get('camunda:asyncAfter');
    if (saved && extensions(node, 'FailedJobRetryTimeCycle')[0]?.body !== RETRIES) {
      reporter.report(node.id, `A save point is retried ${RETRIES}`);
    }
    const decides = (node.outgoing ?? []).some(
      (flow) => is(flow.targetRef, 'ExclusiveGateway') && (flow.targetRef.outgoing ?? []).length > 1,
    );
    if (is(node, 'UserTask') && node.get('camunda:asyncAfter') && decides) {
      reporter.report(node.id, 'No save point stands between a decision and the gateway that reads it');
    }
  },
});
