import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'startable';

const more = (properties) => `<subProcess id="SubProcess_More" triggeredByEvent="true">
  <startEvent id="StartEvent_MoreAsked" isInterrupting="false"><extensionElements><camunda:properties>${properties}
  </camunda:properties></extensionElements><messageEventDefinition /></startEvent></subProcess>`;
const startable = '<camunda:property name="startable" value="true" />';

test('accepts a start that says who may', async () => {
  const roles = '<camunda:property name="roles" value="caseworker,consultant" />';
  assert.deepEqual(await complaints(RULE, more(startable + roles)), []);
});

test('refuses a start for nobody, and one for an unknown role', async () => {
  assert.equal((await complaints(RULE, more(startable))).length, 1);
  assert.equal((await complaints(RULE, more(`${startable}<camunda:property name="roles" value="boss" />`))).length, 1);
});

test('refuses a message that nobody may send', async () => {
  assert.equal((await complaints(RULE, more(''))).length, 1);
});
