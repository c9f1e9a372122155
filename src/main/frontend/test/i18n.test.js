import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysOf, languages, translator } from '../src/i18n.js';

test('every language has every text', () => {
  for (const language of languages) {
    assert.deepEqual(keysOf(language), keysOf('en'), language);
  }
});

test('no text is empty or has an apostrophe that MessageFormat would swallow', () => {
  for (const language of languages) {
    const t = translator(language);
    for (const key of keysOf(language)) {
      assert.notEqual(t(key), '', `${language}: ${key}`);
      assert.doesNotMatch(t(key), /'/, `${language}: ${key}`);
    }
  }
});

test('numbers in a text are written as the language writes them', () => {
  assert.match(translator('en')('error.max-length', 4000), /4,000/);
  assert.match(translator('da')('error.max-length', 4000), /4\.000/);
});

test('a regional page language gets the words of its language', () => {
  assert.equal(translator('sv-SE')('form.submit'), translator('sv')('form.submit'));
});
