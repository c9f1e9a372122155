import { validatorWith } from './validator.js';

/** What we hang on form-js: our words, our fields. Every field keeps the type, data and schema of the standard one. */
export const trivselModule = (t) => ({
  __init__: [],
  validator: ['type', validatorWith(t)],
});
