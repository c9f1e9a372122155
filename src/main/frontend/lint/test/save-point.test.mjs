import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints, node } from './complaints.mjs';

const RULE = 'save-point';

const retries = '<extensionElements><camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle></extensionElements>';
const service = (attributes, inside = '') => `<serviceTask id="ServiceTask_Send" ${attributes}>${inside}</serviceTask>`;

test('accepts a service task with a save point that is retried', async () => {
  assert.deepEqual(await complaints(RULE, service('camunda:asyncBefore="true"', retries)), []);
});

test('refuses a service task without a save point, and a save point without retries', async () => {
  assert.equal((await complaints(RULE, service(''))).length, 1);
  assert.equal((await complaints(RULE, service('camunda:asyncBefore="true"'))).length, 1);
});

test('asks for a save point at a join, not at a fork', async () => {
  const gateway = (flows) => node('parallelGateway', 'id="Gateway_P"', flows) + '<userTask id="UserTask_A" />';
  const flow = (id, source, target) => `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}" />`;
  const join = flow('Flow_1', 'UserTask_A', 'Gateway_P') + flow('Flow_2', 'UserTask_A', 'Gateway_P');
  const fork = flow('Flow_1', 'Gateway_P', 'UserTask_A') + flow('Flow_2', 'Gateway_P', 'UserTask_A');
  assert.equal((await complaints(RULE, gateway({ from: ['Flow_1', 'Flow_2'] }) + join)).length, 1);
  assert.deepEqual(await complaints(RULE, gateway({ to: ['Flow_1', 'Flow_2'] }) + fork), []);
});

test('refuses a save point between a decision and its gateway', async () => {
  const decision = (answers) =>
    node('userTask', 'id="UserTask_Decide" camunda:asyncAfter="true"', { inside: retries, to: ['Flow_D'] }) +
    node('exclusiveGateway', 'id="Gateway_Yes"', { from: ['Flow_D'], to: answers }) +
    '<endEvent id="EndEvent_A" /><endEvent id="EndEvent_B" />' +
    '<sequenceFlow id="Flow_D" sourceRef="UserTask_Decide" targetRef="Gateway_Yes" />' +
    '<sequenceFlow id="Flow_A" sourceRef="Gateway_Yes" targetRef="EndEvent_A" />' +
    '<sequenceFlow id="Flow_B" sourceRef="Gateway_Yes" targetRef="EndEvent_B" />';
  assert.equal((await complaints(RULE, decision(['Flow_A', 'Flow_B']))).length, 1);
  assert.deepEqual(await complaints(RULE, decision(['Flow_A'])), []);
});
