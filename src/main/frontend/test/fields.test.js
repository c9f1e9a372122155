import { settled } from './browser.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Form } from '@bpmn-io/form-js-viewer';
import { join, split } from '../src/form/fields/moments.js';
import { read } from '../src/form/fields/NumberField.jsx';
import { trivselModule } from '../src/form/module.js';
import { pathText } from '../src/form/paths.js';
import { translator } from '../src/i18n.js';

const t = translator('da');

async function open(components, data = {}) {
  const form = new Form({ container: document.body.appendChild(document.createElement('div')), additionalModules: [trivselModule(t)] });
  await form.importSchema({ type: 'default', components }, data);
  await settled();
  return form;
}

const messages = async (field, value) => {
  const form = await open([{ id: 'f', key: 'f', label: 'F', ...field }], { f: value });
  const found = form.validate().f ?? [];
  form.destroy();
  return found;
};

test('every rule of form-js speaks Danish', async () => {
  const refused = [
    [{ type: 'textfield', validate: { required: true } }, '', 'required'],
    [{ type: 'textfield', validate: { minLength: 3 } }, 'a', 'min-length', 3],
    [{ type: 'textarea', validate: { maxLength: 3 } }, 'abcd', 'max-length', 3],
    [{ type: 'textfield', validate: { pattern: '^x$' } }, 'y', 'pattern'],
    [{ type: 'textfield', validate: { validationType: 'email' } }, 'y', 'email'],
    [{ type: 'textfield', validate: { validationType: 'phone' } }, 'y', 'phone'],
    [{ type: 'number', validate: { min: 3 } }, 2, 'min', 3],
    [{ type: 'number', validate: { max: 3 } }, 4, 'max', 3],
    [{ type: 'number', decimalDigits: 0 }, 1.5, 'whole-number'],
    [{ type: 'number', decimalDigits: 1 }, 1.55, 'decimal-digits', 1],
    [{ type: 'number', increment: 5 }, 3, 'increment', 5],
    [{ type: 'checkbox', validate: { required: true } }, false, 'required'],
    [{ type: 'taglist', values: ['A'], validate: { required: true } }, [], 'required'],
    [{ type: 'datetime', subtype: 'date', validate: { required: true } }, null, 'required'],
  ];
  for (const [field, value, code, ...args] of refused) {
    assert.deepEqual(await messages(field, value), [t(`error.${code}`, ...args)], JSON.stringify(field));
  }
});

test('an author’s own message for a pattern stays as it is', async () => {
  const field = { type: 'textfield', validate: { pattern: '^x$', patternErrorMessage: 'Kun x' } };
  assert.deepEqual(await messages(field, 'y'), ['Kun x']);
});

test('a number that form-js cannot count with is refused, not thrown', async () => {
  const form = await open([{ id: 'f', key: 'f', type: 'number', decimalDigits: 0 }]);
  const field = form.get('formFieldRegistry').get('f');
  const validator = form.get('validator');
  const instance = form.get('formFieldInstanceRegistry').getAllKeyed()[0];
  for (const value of ['tolv', 1e21, '1e5']) {
    assert.deepEqual(validator.validateFieldInstance(instance, value), [t('error.type')], `${field.key} ${value}`);
  }
});

test('what the server refused stands beside the field until its value changes', async () => {
  const form = await open([
    { id: 'a', key: 'a', type: 'textfield' },
    { id: 'l', path: 'l', type: 'dynamiclist', components: [{ id: 'b', key: 'b', type: 'textfield' }] },
  ], { a: 'x', l: [{ b: 'y' }] });
  const validator = form.get('validator');
  const loose = validator.addServerErrors(form, [
    { field: 'a', message: 'Nej' },
    { field: 'l[0].b', message: 'Heller ikke' },
    { field: 'l', message: 'For få' },
    { field: 'gate', message: 'G3' },
    { message: 'Generelt' },
  ]);
  assert.deepEqual(loose.map(({ message, shown }) => [message, shown?.path]), [['For få', 'l'], ['G3', undefined], ['Generelt', undefined]]);
  assert.deepEqual(form.validate(), { a: ['Nej'], b: [['Heller ikke']] });

  const instance = form.get('formFieldInstanceRegistry').getAllKeyed().find(({ id }) => id === 'a');
  assert.deepEqual(validator.validateFieldInstance(instance, 'andet'), []);
  validator.forgetServerErrors();
  assert.deepEqual(form.validate(), {});
});

test('a condition forgets the answer of a field that it has hidden', async () => {
  const form = await open([
    { id: 'a', key: 'a', type: 'checkbox' },
    { id: 'b', key: 'b', type: 'textfield', conditional: { hide: '=a = true' } },
    { id: 'c', key: 'c', type: 'textfield', conditional: { hide: '=b != "x"' } },
  ], { a: true, b: 'x', c: 'kept?' });
  assert.deepEqual(Object.keys(form.submit().data), ['a']);
});

test('fields are drawn with a name, an error and a description that belong to them', async () => {
  const form = await open([
    { id: 's', key: 's', type: 'select', label: 'Hvem?', description: 'Vælg en', values: [{ value: 'P1', label: 'Mette' }], validate: { required: true } },
    { id: 'n', key: 'n', type: 'number', label: 'Tal', validate: { min: 0, max: 10 }, properties: { widget: 'scale' } },
    { id: 'g', type: 'group', label: 'Mere', properties: { folded: 'true' }, components: [{ id: 'x', key: 'x', type: 'textfield', label: 'X', validate: { required: true } }] },
  ]);
  const select = document.querySelector('select');
  assert.equal(document.querySelector(`label[for="${select.id}"]`).textContent, 'Hvem?*');
  const slider = document.querySelector('input[type=range]');
  assert.equal(slider.getAttribute('aria-valuetext'), t('scale.not-answered'));
  assert.equal(form.submit().data.n, null);
  await settled();
  assert.equal(select.getAttribute('aria-invalid'), 'true');
  for (const id of select.getAttribute('aria-describedby').split(' ')) {
    assert.ok(document.getElementById(id), id);
  }
  assert.equal(document.querySelector('details').open, true, 'a fold with an error opens');
  form.destroy();
});

test('paths are written as the server writes them', () => {
  assert.equal(pathText(['statements', 0, 'who', 2, 'text']), 'statements[0].who[2].text');
  assert.equal(pathText(['covers', 'concerns']), 'covers.concerns');
});

test('numbers may be typed with a comma; what is no number is kept for the person to see', () => {
  assert.equal(read('2,5', {}), 2.5);
  assert.equal(read(' 7 ', {}), 7);
  assert.equal(read('2,5', { serializeToString: true }), '2.5');
  assert.equal(read('tolv', {}), 'tolv');
  assert.equal(read('  ', {}), null);
});

test('dates and times go to the pickers and come back the same', () => {
  const moment = { subtype: 'datetime', timeSerializingFormat: 'utc_offset' };
  const written = join({ date: '2026-04-21', time: '08:05' }, moment);
  assert.match(written, /^2026-04-21T08:05[+-]\d\d:\d\d$/);
  assert.deepEqual(split(written, moment), { date: '2026-04-21', time: '08:05' });
  assert.equal(join({ date: '2026-04-21', time: '' }, moment), null);
  assert.equal(join({ date: '2026-04-21', time: '' }, { subtype: 'date' }), '2026-04-21');
  assert.deepEqual(split('2026-04-21', { subtype: 'date' }), { date: '2026-04-21', time: '' });
  assert.match(join({ date: '', time: '08:05' }, { subtype: 'time', timeSerializingFormat: 'utc_offset' }), /^08:05[+-]/);
  assert.equal(join({ date: '2026-04-21', time: '08:05' }, { subtype: 'datetime', timeSerializingFormat: 'no_timezone' }), '2026-04-21T08:05');
  assert.deepEqual(split('soon', moment), { date: '', time: '' });
});
