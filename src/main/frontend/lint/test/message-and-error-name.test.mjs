import assert from 'node:assert/strict';
import test from 'node:test';
import { complaintsInDefinitions } from './complaints.mjs';

const RULE = 'message-and-error-name';

test('accepts ConsentWithdrawn and NO_PLAN_POSSIBLE', async () => {
  const good = '<message id="m" name="ConsentWithdrawn" /><error id="e" errorCode="NO_PLAN_POSSIBLE" />';
  assert.deepEqual(await complaintsInDefinitions(RULE, good), []);
});

test('refuses other ways to write them', async () => {
  assert.equal((await complaintsInDefinitions(RULE, '<message id="m" name="consent.withdrawn" />')).length, 1);
  assert.equal((await complaintsInDefinitions(RULE, '<error id="e" errorCode="noPlanPossible" />')).length, 1);
});
