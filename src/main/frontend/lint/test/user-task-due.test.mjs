import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'user-task-due';

const task = (due) => `<userTask id="UserTask_ApproveSafetyPlan" ${due} />`;

test('accepts a date from the table and one that was agreed', async () => {
  assert.deepEqual(await complaints(RULE, task(`camunda:dueDate="\${deadlines.due('T-APPROVE', caseRef)}"`)), []);
  assert.deepEqual(await complaints(RULE, task(`camunda:dueDate="\${deadlines.agreed('NEXT_MEETING', caseRef)}"`)), []);
});

test('refuses no date and a fixed one', async () => {
  assert.equal((await complaints(RULE, task(''))).length, 1);
  assert.equal((await complaints(RULE, task('camunda:dueDate="2026-04-21T08:00:00"'))).length, 1);
});
