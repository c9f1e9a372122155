// A message is UpperCamel (ConsentWithdrawn), the code of an error UPPER_SNAKE (NO_PLAN_POSSIBLE).
import { is } from './words.mjs';

export default () => ({
  check(node, reporter) {
    if (is(node, 'Message') && !/^([A-Z][a-z]+)+$/.test(node.name ?? '')) {
      reporter.report(node.id, 'The name of a message is UpperCamel');
    }
    if (is(node, 'Error') && !/^[A-Z]+(_[A-Z]+)*$/.test(node.errorCode ?? '')) {
      reporter.report(node.id, 'The code of an error is UPPER_SNAKE');
    }
  },
});
