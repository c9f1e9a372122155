import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'edition-binding';

const IN = `<camunda:in businessKey="#{execution.processBusinessKey}" /><camunda:in source="caseRef" target="caseRef" />
  <camunda:in source="track" target="track" /><camunda:in source="mode" target="mode" />`;
const call = (binding, mappings) => `<callActivity id="CallActivity_Mapping" calledElement="mapping" ${binding}>
  <extensionElements>${mappings}</extensionElements></callActivity>`;

test('accepts a call within the edition that hands over the case', async () => {
  assert.deepEqual(await complaints(RULE, call('camunda:calledElementBinding="deployment"', IN)), []);
});

test('refuses the latest edition', async () => {
  assert.equal((await complaints(RULE, call('', IN))).length, 1);
});

test('refuses to hand over too little or everything', async () => {
  const part = IN.replace(/<camunda:in source="mode"[^>]*>/, '');
  assert.equal((await complaints(RULE, call('camunda:calledElementBinding="deployment"', part))).length, 1);
  const everything = `${IN}<camunda:in variables="all" />`;
  assert.equal((await complaints(RULE, call('camunda:calledElementBinding="deployment"', everything))).length, 1);
});

test('reads decisions too', async () => {
  const decide = (binding) => `<businessRuleTask id="BusinessRuleTask_Decide" camunda:decisionRef="target-group" ${binding} />`;
  assert.deepEqual(await complaints(RULE, decide('camunda:decisionRefBinding="deployment"')), []);
  assert.equal((await complaints(RULE, decide(''))).length, 1);
});
