// What the real form-js says about submissions. FormParityTest (Java) calls this and compares it with the server.
//
//   node oracle.mjs in.json out.json
//   in:  [{form, submissions: [data]}]    out: [[{refused: [path], broken: message?}]]
//
// form-js never refuses data that it loads: it silently drops or changes it. So a field counts as refused when its own
// validation fails, when its value is not the same after loading, or when the form would not have submitted it.
import { JSDOM } from 'jsdom';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const dom = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/', pretendToBeVisual: true });
for (const name of Object.getOwnPropertyNames(dom.window)) {
  if (!(name in globalThis)) {
    globalThis[name] = dom.window[name];
  }
}
// Node has its own events; those of another world cannot be dispatched on these elements
Object.assign(globalThis, { window: dom.window, Event: dom.window.Event, CustomEvent: dom.window.CustomEvent });
dom.window.HTMLElement.prototype.scrollIntoView = () => {};
console.error = () => {};

// loaded after the document is there; its ES build only works bundled
const require = createRequire(import.meta.url);
const { Form } = require('@bpmn-io/form-js-viewer');
const { options } = require('preact');
const soon = (callback) => setImmediate(callback);
options.debounceRendering = soon;
options.requestAnimationFrame = soon;

async function askAll(schema, submissions) {
  const verdicts = [];
  for (const sent of submissions) {
    verdicts.push(await ask(schema, sent));
  }
  return verdicts;
}

// form-js throws while it draws: on numbers of 1e21 and more, for example. Preact would then leave the effects of
// everything drawn later undone, so its own hook for errors (options.__e in the minified build) has to swallow it.
let thrown;
options.__e = (error) => (thrown ??= error);
process.on('uncaughtException', (error) => (thrown ??= error));

async function ask(schema, sent) {
  thrown = undefined;
  const container = document.createElement('div');
  document.body.append(container);
  let form;
  try {
    form = new Form({ container });
    await form.importSchema(schema, withEmptyLists(schema, structuredClone(sent)));
    await quiet(form);
    if (thrown) {
      throw thrown;
    }
    return { refused: [...new Set(refusedBy(form, sent))].sort() };
  } catch (error) {
    return { refused: [], broken: String(error) };
  } finally {
    form?.destroy();
    container.remove();
    await turns(3); // what this form still throws must not be charged to the next
  }
}

/** Fields correct their own values after they are drawn, sometimes in several steps. */
async function quiet(form) {
  let isChanged = true;
  form.on('changed', () => (isChanged = true));
  for (let round = 0; isChanged && round < 12; round++) {
    isChanged = false;
    await turns(8);
  }
}

async function turns(count) {
  for (let turn = 0; turn < count; turn++) {
    await new Promise(soon);
  }
}

function refusedBy(form, sent) {
  const registry = form.get('formFieldRegistry');
  const instances = form.get('formFieldInstanceRegistry').getAll();
  const { data } = form._getState();
  const errors = form.validate();
  const refused = [];
  for (const { id, valuePath, indexes } of instances) {
    const field = registry.get(id);
    const [before, after] = [at(sent, valuePath), at(data, valuePath)];
    if (isContainer(field)) {
      refused.push(...misplaced(field, valuePath, before));
    } else if (field.key && !field.disabled) {
      const own = Object.values(indexes ?? {}).reduce((level, index) => level?.[index], errors[id]);
      if (own?.length > 0 || !isSame(field, before, after)) {
        refused.push(text(valuePath));
      }
    }
  }
  const submitted = new Set(
    instances.filter(({ id }) => registry.get(id).key && !registry.get(id).disabled).map(({ valuePath }) => text(valuePath)),
  );
  return [...refused, ...leftOver(form, sent, submitted)];
}

const isContainer = (field) => ['group', 'dynamiclist'].includes(field.type);

/** Something else where a list, a row or a group has to stand. */
function misplaced(field, path, before) {
  if (before === undefined || before === null || (field.type === 'group' && !field.path)) {
    return [];
  }
  if (field.type === 'group') {
    return isObject(before) ? [] : [text(path)];
  }
  return Array.isArray(before)
    ? before.flatMap((row, index) => (isObject(row) ? [] : [text([...path, index])]))
    : [text(path)];
}

/** Keys that no field has, and answers to fields that are not on the screen. */
function leftOver(form, sent, submitted) {
  const paths = form.get('pathRegistry');
  const fields = form.get('formFieldRegistry').getAll();
  const known = fields
    .filter((field) => field.key || ((field.type === 'group' || field.type === 'dynamiclist') && field.path))
    .map((field) => ({ list: field.type === 'dynamiclist', leaf: Boolean(field.key), path: paths.getValuePath(field).join('.') }));
  const found = [];
  walk(sent, [], true);
  return found;

  function walk(value, path, isRoot) {
    const name = path.filter((part) => typeof part !== 'number').join('.');
    const here = known.find((one) => one.path === name);
    const isRow = typeof path.at(-1) === 'number';
    if (!isRoot && !isRow) {
      if (!here && !known.some((one) => one.path.startsWith(`${name}.`))) {
        found.push(text(path));
        return;
      }
      if (!here && value !== null && !isObject(value)) {
        found.push(text(path)); // something else where a dotted key has its object
        return;
      }
      if (here?.leaf) {
        if (!submitted.has(text(path)) && hasContent(value)) {
          found.push(text(path));
        }
        return;
      }
      if (here?.list && !isShown(path)) {
        if (hasContent(value)) {
          found.push(text(path));
        }
        return;
      }
    }
    if (Array.isArray(value) && here?.list) {
      value.forEach((row, index) => walk(row, [...path, index]));
    } else if (isObject(value)) {
      Object.entries(value).forEach(([key, part]) => walk(part, [...path, key]));
    }
  }

  function isShown(path) {
    return form.get('formFieldInstanceRegistry').getAll().some(({ valuePath }) => text(valuePath) === text(path));
  }
}

function isSame(field, before, after) {
  if (before === undefined || before === null) {
    return true;
  }
  if (before === '' && !['checkbox', 'checklist', 'taglist'].includes(field.type)) {
    return true;
  }
  if (field.type === 'datetime') {
    // the picker rounds minutes and writes the reader's own offset; only what it empties is lost
    return typeof before === 'string' && after !== null && after !== undefined;
  }
  return JSON.stringify(before) === JSON.stringify(after);
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

function hasContent(value) {
  if (value !== null && typeof value === 'object') {
    return Object.values(value).some(hasContent);
  }
  return value !== undefined && value !== null && value !== '' && value !== false;
}

const at = (data, path) => path.reduce((level, key) => (level === null || level === undefined ? undefined : level[key]), data);

const text = (path) =>
  path.reduce((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${part}` : part), '');

/** What was not sent counts as empty: a submission of the form itself always names every field on the screen. */
function withoutDefaults(schema) {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === 'defaultValue' ? undefined : value)));
}

/** A list without rows is not submitted by form-js at all; loading that again must not invent a first row. */
function withEmptyLists(component, data) {
  for (const child of component.components ?? []) {
    const path = child.path ? child.path.split('.') : [];
    if (child.type === 'dynamiclist') {
      const rows = at(data, path);
      if (rows === undefined || rows === null) {
        put(data, path, []);
      } else if (Array.isArray(rows)) {
        rows.forEach((row) => isObject(row) && withEmptyLists(child, row));
      }
    } else if (child.type === 'group') {
      const box = path.length > 0 ? at(data, path) : data;
      if (box === undefined || box === null) {
        const fresh = {};
        withEmptyLists(child, fresh);
        if (Object.keys(fresh).length > 0) {
          put(data, path, fresh);
        }
      } else if (isObject(box)) {
        withEmptyLists(child, box);
      }
    }
  }
  return data;
}

function put(data, path, value) {
  let place = data;
  for (const key of path.slice(0, -1)) {
    if (!isObject(place)) {
      return;
    }
    place = place[key] ??= {};
  }
  if (isObject(place)) {
    place[path.at(-1)] = value;
  }
}

const [input, output] = process.argv.slice(2);
const answers = [];
for (const { form: schema, submissions } of JSON.parse(readFileSync(input, 'utf8'))) {
  answers.push(await askAll(withoutDefaults(schema), submissions));
}
writeFileSync(output, JSON.stringify(answers));
process.exit(0); // the date pickers keep timers
