import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'step-name';

test('accepts a name that the id says too, whatever the signs between the letters', async () => {
  assert.deepEqual(await complaints(RULE, '<userTask id="UserTask_RecordParentsAnswer" name="Record parents\' answer" />'), []);
});

test('refuses another name', async () => {
  assert.equal((await complaints(RULE, '<userTask id="UserTask_RecordParentsAnswer" name="Call them" />')).length, 1);
});
