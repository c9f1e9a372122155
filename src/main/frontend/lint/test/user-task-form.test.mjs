import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'user-task-form';

const task = (attributes) => `<userTask id="UserTask_ApproveSafetyPlan" ${attributes} />`;

test('accepts the form of the same name in the same edition', async () => {
  const form = 'camunda:formRef="approve-safety-plan" camunda:formRefBinding="deployment"';
  assert.deepEqual(await complaints(RULE, task(form)), []);
});

test('refuses a task without a form, and another form', async () => {
  assert.equal((await complaints(RULE, task(''))).length, 1);
  const other = 'camunda:formRef="other" camunda:formRefBinding="deployment"';
  assert.equal((await complaints(RULE, task(other))).length, 1);
});

test('refuses the latest form instead of the one of the edition', async () => {
  const latest = 'camunda:formRef="approve-safety-plan" camunda:formRefBinding="latest"';
  assert.equal((await complaints(RULE, task(latest))).length, 1);
});

test('lets a start event have a form of any name', async () => {
  const start = '<startEvent id="StartEvent_CaseReferred" camunda:formRef="refer-case" camunda:formRefBinding="deployment" />';
  assert.deepEqual(await complaints(RULE, start), []);
});
