import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'user-task-role';

const task = (attributes) => `<userTask id="UserTask_ApproveSafetyPlan" ${attributes} />`;

test('accepts one role', async () => {
  assert.deepEqual(await complaints(RULE, task('camunda:candidateGroups="manager"')), []);
});

test('refuses no role, two roles and an unknown one', async () => {
  for (const groups of ['', 'camunda:candidateGroups="manager,caseworker"', 'camunda:candidateGroups="boss"']) {
    assert.equal((await complaints(RULE, task(groups))).length, 1, groups);
  }
});

test('refuses a person', async () => {
  assert.equal((await complaints(RULE, task('camunda:candidateGroups="manager" camunda:assignee="karen"'))).length, 1);
});
