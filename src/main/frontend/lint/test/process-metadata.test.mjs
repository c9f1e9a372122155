import assert from 'node:assert/strict';
import test from 'node:test';
import { complaintsInDefinitions } from './complaints.mjs';

const RULE = 'process-metadata';

const process = (attributes, inside) => `<process id="p" ${attributes}>${inside}</process>`;
const sentence = '<documentation>What it is.</documentation>';

test('accepts a process that runs, says what it is and forgets in days', async () => {
  const attributes = 'isExecutable="true" camunda:historyTimeToLive="P3650D"';
  assert.deepEqual(await complaintsInDefinitions(RULE, process(attributes, sentence)), []);
});

test('refuses a process that lacks any of it', async () => {
  assert.equal((await complaintsInDefinitions(RULE, process('', ''))).length, 3);
});

test('refuses years, which the engine does not read', async () => {
  const attributes = 'isExecutable="true" camunda:historyTimeToLive="P10Y"';
  assert.equal((await complaintsInDefinitions(RULE, process(attributes, sentence))).length, 1);
});
