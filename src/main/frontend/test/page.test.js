import { settled } from './browser.js';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FormPage } from '../src/form/page.js';
import { translator } from '../src/i18n.js';

const t = translator('da');
const schema = {
  type: 'default',
  components: [
    { id: 'a', key: 'a', type: 'textfield', label: 'A', validate: { required: true } },
    { id: 'l', path: 'l', type: 'dynamiclist', label: 'L', defaultRepetitions: 0, properties: { minRows: '1' }, components: [{ id: 'b', key: 'b', type: 'textfield', label: 'B' }] },
  ],
};

let calls;
let answers;
let element;

beforeEach(() => {
  document.head.innerHTML = '<meta name="_csrf_header" content="X-CSRF"><meta name="_csrf" content="token">';
  document.body.innerHTML =
    '<span class="js-saved"></span><div class="js-form" data-form-url="/f" data-draft-url="/d" data-submit-url="/s"></div>';
  element = document.querySelector('.js-form');
  calls = [];
  answers = { '/f': json(200, { form: schema, data: { a: 'x', l: [{ b: 'y' }] }, savedAt: '2026-04-21T08:05:00Z' }), '/d': json(204) };
  globalThis.fetch = async (url, options) => {
    calls.push({ url, ...options, body: options.body && JSON.parse(options.body) });
    if (url === window.location.href && answers[url] === undefined) {
      return { ...json(200), headers: new Map([['Content-Type', 'text/html']]), text: async () => '' };
    }
    if (answers[url] === undefined) {
      throw new TypeError('offline');
    }
    return answers[url];
  };
});

afterEach(() => {
  document.body.innerHTML = '';
});

function json(status, body) {
  return {
    ok: status < 400,
    status,
    redirected: false,
    headers: new Map([['Content-Type', 'application/json']]),
    json: async () => body,
  };
}

async function open() {
  const page = new FormPage(element);
  await page.open();
  await settled();
  return page;
}

function type(selector, text) {
  const input = element.querySelector(selector);
  input.value = text;
  input.dispatchEvent(new window.Event('input', { bubbles: true }));
  input.dispatchEvent(new window.Event('focusout', { bubbles: true }));
}

const submit = async () => {
  element.querySelector('.js-submit').click();
  await settled();
};

const summary = () => element.querySelector('.error-summary');

test('says when the draft was saved', async () => {
  await open();
  assert.match(document.querySelector('.js-saved').textContent, /^Gemt \d\d\.\d\d$/);
});

test('saves a draft after a pause, with the token of the page, and not before a change', async () => {
  await open();
  assert.equal(calls.filter(({ url }) => url === '/d').length, 0);
  type('input', 'changed');
  await new Promise((resolve) => setTimeout(resolve, 1900));
  const saves = calls.filter(({ url }) => url === '/d');
  assert.equal(saves.length, 1);
  assert.equal(saves[0].method, 'PUT');
  assert.equal(saves[0].headers['X-CSRF'], 'token');
  assert.equal(saves[0].body.a, 'changed');
});

test('saves what is unsaved when the page is left', async () => {
  await open();
  type('input', 'leaving');
  await settled();
  window.dispatchEvent(new window.Event('pagehide'));
  await settled();
  const save = calls.find(({ url }) => url === '/d');
  assert.equal(save.keepalive, true);
  assert.equal(save.body.a, 'leaving');
});

test('asks what to keep when the draft was saved elsewhere meanwhile, and writes nothing over', async () => {
  answers['/f'] = json(200, { form: schema, data: { a: 'x', l: [{ b: 'y' }] }, savedAt: '2026-04-21T08:05:00Z', revision: 3 });
  answers['/d?revision=3'] = json(409, { savedAt: '2026-04-21T08:07:00Z', revision: 5 });
  answers['/d?revision=5'] = json(200, { savedAt: '2026-04-21T08:08:00Z', revision: 6 });
  await open();
  type('input', 'mine');
  await new Promise((resolve) => setTimeout(resolve, 1900));
  assert.match(document.querySelector('.js-saved').textContent, /^Der er gemt et andet sted/);
  assert.equal(element.querySelector('input').value, 'mine');
  const [theirs, mine] = document.querySelectorAll('.js-saved ~ button');
  assert.equal(theirs.textContent, 'Tag det, der er gemt dér');
  mine.click();
  await settled();
  const saves = calls.filter(({ method }) => method === 'PUT');
  assert.deepEqual(saves.map(({ url }) => url), ['/d?revision=3', '/d?revision=5']);
  assert.equal(saves[1].body.a, 'mine');
  assert.equal(document.querySelectorAll('.js-saved ~ button').length, 0);
});

test('does not submit what form-js refuses, and says so above the form with the focus there', async () => {
  await open();
  type('input', '');
  await submit();
  assert.equal(calls.some(({ url }) => url === '/s'), false);
  assert.equal(document.activeElement, summary());
  assert.match(summary().textContent, /A: Her mangler et svar\./);
});

test('a list with too few rows is refused with a link to the list', async () => {
  answers['/f'] = json(200, { form: schema, data: { a: 'x', l: [] } });
  await open();
  await submit();
  assert.equal(calls.some(({ url }) => url === '/s'), false);
  const link = summary().querySelector('a');
  assert.match(link.textContent, /^L: /);
  assert.ok(document.getElementById(link.getAttribute('href').slice(1)));
});

test('shows what the server refuses beside the field and above the form, and keeps what is typed', async () => {
  answers['/s'] = json(422, { errors: [{ field: 'l[0].b', code: 'x', message: 'Ikke det' }, { code: 'gate', message: 'G3 mangler' }] });
  await open();
  await submit();
  assert.deepEqual(calls.find(({ url }) => url === '/s').body, { a: 'x', l: [{ b: 'y' }] });
  assert.match(summary().textContent, /G3 mangler/);
  assert.match(summary().textContent, /L 1 › B: Ikke det/);
  assert.match(element.querySelector('.fjs-form-field-error').textContent, /Ikke det/);
  assert.equal(element.querySelector('.row input').value, 'y');
});

test('tells each failure in plain words and loses nothing', async () => {
  const page = await open();
  for (const [status, key] of [[409, 'form.conflict'], [404, 'form.gone'], [403, 'form.forbidden'], [500, 'form.refused'], [undefined, 'form.offline']]) {
    answers['/s'] = status && json(status, {});
    await submit();
    assert.ok(summary().textContent.includes(t(key)), key);
    assert.equal(page.submitButton.getAttribute('aria-disabled'), 'false');
  }
  assert.equal(element.querySelector('input').value, 'x');
});

test('after signing in again in another tab the same page can submit', async () => {
  await open();
  answers['/s'] = json(403, {});
  answers[window.location.href] = {
    ok: true,
    status: 200,
    redirected: false,
    headers: new Map([['Content-Type', 'text/html']]),
    text: async () => '<meta name="_csrf_header" content="X-CSRF"><meta name="_csrf" content="fresh">',
  };
  await submit();
  const tries = calls.filter(({ url }) => url === '/s');
  assert.deepEqual(tries.map(({ headers }) => headers['X-CSRF']), ['token', 'fresh']);
});

test('Enter in a field does not submit', async () => {
  await open();
  element.querySelector('form').dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true }));
  await settled();
  assert.equal(calls.some(({ url }) => url === '/s'), false);
});

test('a form that cannot be loaded says so', async () => {
  answers['/f'] = json(404, {});
  await open();
  assert.equal(document.querySelector('.js-saved').textContent, t('form.gone'));
});
