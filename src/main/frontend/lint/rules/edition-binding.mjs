// A case runs on one edition: what it calls and decides by was deployed with it, and it is handed the case.
import { extensions, is } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (is(node, 'CallActivity')) {
      if (node.get('camunda:calledElementBinding') !== 'deployment') {
        reporter.report(node.id, 'The called process is bound to the deployment');
      }
      const handed = extensions(node, 'In').map((mapping) => mapping.businessKey ?? mapping.source);
      if (!['#{execution.processBusinessKey}', 'caseRef', 'track', 'mode'].every((name) => handed.includes(name))) {
        reporter.report(node.id, 'The called process is handed the business key, caseRef, track and mode');
      }
      if (extensions(node, 'In').some((mapping) => mapping.variables === 'all')) {
        reporter.report(node.id, 'Only named variables are handed over');
      }
    }
    if (is(node, 'BusinessRuleTask') && node.get('camunda:decisionRefBinding') !== 'deployment') {
      reporter.report(node.id, 'The decision is bound to the deployment');
    }
  },
});
