import { settled } from './browser.js';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Form } from '@bpmn-io/form-js-viewer';
import { trivselModule } from '../src/form/module.js';
import { codeOf, onDays, weekOf } from '../src/form/week.js';
import { translator } from '../src/i18n.js';

const ALL = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const weeks = JSON.parse(await readFile('../../test/resources/rota.json', 'utf8'));

for (const { name, rows, gaps } of weeks) {
  test(`reads a week as the server does: ${name}`, () => assert.deepEqual(weekOf(rows).gaps.map(codeOf), gaps));
}

test('a row that is not filled in yet covers nothing and breaks nothing', () => {
  const rows = [{}, { weekdays: ['MON'], from: '8', to: '12:00' }, { weekdays: null, from: '08:00', to: '12:00', person: 'N1' }];
  assert.deepEqual(weekOf(rows).shifts, []);
});

test('says who is on duty for more than a day and a night, also over the end of the week', () => {
  const over = { weekdays: ['SUN'], from: '06:00', to: '24:00', person: 'N1' };
  const on = { weekdays: ['MON'], from: '00:00', to: '12:00', person: 'N1' };
  assert.deepEqual(weekOf([over, on]).long, [{ person: 'N1', minutes: 30 * 60 }]);
  assert.deepEqual(weekOf([over, { ...on, person: 'N2' }]).long, []);
});

test('draws a shift past midnight on both of its days', () => {
  assert.deepEqual(onDays({ start: 6 * 1440 + 1320, end: 7 * 1440 + 360 }), [
    { day: 6, from: 1320, to: 1440 },
    { day: 0, from: 0, to: 360 },
  ]);
});

test('names the gaps while the rota is filled in', async () => {
  document.documentElement.lang = 'da';
  const form = new Form({
    container: document.body.appendChild(document.createElement('div')),
    additionalModules: [trivselModule(translator('da'))],
  });
  const cell = (key, type, more = {}) => ({ id: `Field_${key}`, key, type, label: key, ...more });
  await form.importSchema(
    {
      type: 'default',
      components: [
        {
          id: 'List_rota',
          type: 'dynamiclist',
          path: 'rota',
          isRepeating: true,
          allowAddRemove: true,
          properties: { widget: 'schedule' },
          components: [
            cell('weekdays', 'checklist', { values: ALL.map((value) => ({ label: value, value })) }),
            cell('from', 'textfield'),
            cell('to', 'textfield'),
            cell('person', 'select', { valuesKey: 'network' }),
          ],
        },
      ],
    },
    { network: [{ value: 'N1', label: 'Bodil Prøvesen' }], rota: [{ weekdays: ALL, from: '00:00', to: '18:00', person: 'N1' }] },
  );
  await settled();
  const week = document.querySelector('.week');
  assert.match(week.textContent, /Ingen er der: mandag 18:00–24:00/);
  assert.match(week.querySelector('svg').textContent, /Bodil/);

  const to = [...document.querySelectorAll('input[type=text]')].find((input) => input.value === '18:00');
  to.value = '24:00';
  to.dispatchEvent(new window.Event('input', { bubbles: true }));
  for (let turn = 0; turn < 5; turn++) {
    await settled(); // form-js waits for a pause in typing
  }
  assert.match(document.querySelector('.week figcaption').textContent, /Hele ugen er dækket/);
  assert.match(document.querySelector('.week figcaption').textContent, /Bodil Prøvesen har vagt i 168 timer/);
  form.destroy();
});
