// What a person may start on a case says which roles may: the buttons of the case page come from here.
import { is, properties, ROLES } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (!is(node, 'FlowNode')) {
      return;
    }
    const { startable, roles = '' } = properties(node);
    if (startable && !roles.split(',').every((role) => ROLES.includes(role.trim()))) {
      reporter.report(node.id, `The roles that may start it are of ${ROLES.join(', ')}`);
    }
    const byMessage = (node.eventDefinitions ?? []).some((event) => is(event, 'MessageEventDefinition'));
    if (is(node, 'StartEvent') && node.$parent?.triggeredByEvent && byMessage && startable !== 'true') {
      reporter.report(node.id, 'A message start event of an event sub-process is startable');
    }
  },
});
