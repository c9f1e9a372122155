import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints } from './complaints.mjs';

const RULE = 'delegate';

const service = (attributes) => `<serviceTask id="ServiceTask_CheckConsent" ${attributes} />`;

test('accepts the delegate of the same name', async () => {
  assert.deepEqual(await complaints(RULE, service('camunda:delegateExpression="${checkConsentDelegate}"')), []);
});

test('refuses another delegate, a class and an expression', async () => {
  assert.equal((await complaints(RULE, service('camunda:delegateExpression="${otherDelegate}"'))).length, 1);
  assert.equal((await complaints(RULE, service('camunda:class="org.Other"'))).length, 2);
  assert.equal((await complaints(RULE, service('camunda:expression="${bean.call()}"'))).length, 2);
});

test('refuses scripts and listeners', async () => {
  assert.equal((await complaints(RULE, '<scriptTask id="ScriptTask_Count" scriptFormat="js" />')).length, 1);
  const listener = `<userTask id="UserTask_Wait"><extensionElements>
      <camunda:taskListener event="create" expression="\${x}" /></extensionElements></userTask>`;
  assert.equal((await complaints(RULE, listener)).length, 1);
});

test('asks for a delegate where a message is sent', async () => {
  const thrown = (attributes) =>
    `<intermediateThrowEvent id="IntermediateThrowEvent_Told"><messageEventDefinition ${attributes} /></intermediateThrowEvent>`;
  assert.deepEqual(await complaints(RULE, thrown('camunda:delegateExpression="${tellDelegate}"')), []);
  assert.equal((await complaints(RULE, thrown(''))).length, 1);
});
