// What the models have to keep to: bpmn.io's own rules, the engine's, and ours. No warnings, only errors.
import { createRequire } from 'node:module';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { rules } from './rules/index.mjs';

const OURS = 'bpmnlint-plugin-trivsel';
const theirs = new NodeResolver({ require: createRequire(import.meta.url) });

export const config = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24', 'plugin:trivsel/all'],
};

export const resolver = {
  resolveRule: (pkg, name) => (pkg === OURS ? rules[name] : theirs.resolveRule(pkg, name)),
  resolveConfig: (pkg, name) => (pkg === OURS ? all() : theirs.resolveConfig(pkg, name)),
};

function all() {
  return { rules: Object.fromEntries(Object.keys(rules).map((name) => [`trivsel/${name}`, 'error'])) };
}
