import assert from 'node:assert/strict';
import test from 'node:test';
import { complaints, node } from './complaints.mjs';

const RULE = 'gateway-question';

const gateway = (attributes, flows) =>
  node('exclusiveGateway', `id="Gateway_Safe" ${attributes}`, {
    to: [...flows.matchAll(/ id="(\w+)"/g)].map(([, id]) => id),
  }) + `<endEvent id="EndEvent_Yes" /><endEvent id="EndEvent_No" />${flows}`;
const yes = '<sequenceFlow id="Flow_Safe_Yes" name="Yes" sourceRef="Gateway_Safe" targetRef="EndEvent_Yes" />';
const no = '<sequenceFlow id="Flow_Safe_No" name="No" sourceRef="Gateway_Safe" targetRef="EndEvent_No" />';

test('accepts a question with named answers and a default', async () => {
  assert.deepEqual(await complaints(RULE, gateway('name="Safe?" default="Flow_Safe_No"', yes + no)), []);
});

test('refuses a statement', async () => {
  assert.equal((await complaints(RULE, gateway('name="Safe" default="Flow_Safe_No"', yes + no))).length, 1);
});

test('refuses a choice without a default', async () => {
  assert.equal((await complaints(RULE, gateway('name="Safe?"', yes + no))).length, 1);
});

test('refuses an answer without a name', async () => {
  const silent = no.replace('name="No"', '');
  assert.equal((await complaints(RULE, gateway('name="Safe?" default="Flow_Safe_No"', yes + silent))).length, 1);
});

test('refuses a name on a gateway that only joins', async () => {
  assert.equal((await complaints(RULE, gateway('name="Safe?"', yes))).length, 1);
  assert.deepEqual(await complaints(RULE, gateway('', yes)), []);
});
