import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'element-id';

test('accepts an id that names its kind', async () => {
  assert.deepEqual(await complaints(RULE, '<userTask id="UserTask_ApproveSafetyPlan" />'), []);
});

test('refuses the id of another kind, and one that the modeller made up', async () => {
  assert.equal((await complaints(RULE, '<userTask id="ServiceTask_ApproveSafetyPlan" />')).length, 1);
  assert.equal((await complaints(RULE, '<userTask id="Activity_0x1f" />')).length, 1);
});

test('reads flows too', async () => {
  const end = '<startEvent id="StartEvent_A" /><endEvent id="EndEvent_B" />';
  const flow = (id) => `${end}<sequenceFlow id="${id}" sourceRef="StartEvent_A" targetRef="EndEvent_B" />`;
  assert.deepEqual(await complaints(RULE, flow('Flow_PlanSafeEnough_No')), []);
  assert.equal((await complaints(RULE, flow('Flow_1abc'))).length, 1);
});
