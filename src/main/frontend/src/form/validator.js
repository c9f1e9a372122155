import { Form } from '@bpmn-io/form-js-viewer';
import { pathText, shownFields, shownLists } from './paths.js';

// form-js does not export its validator; any form has one.
const FormJsValidator = new Form().get('validator').constructor;

// The English texts of form-js, and the codes they have on our server. Its own text is the only thing it tells.
const codes = [
  [/^Field is required\.$/, 'required'],
  [/^Field must have minimum value of (.*)\.$/, 'min'],
  [/^Field must have maximum value of (.*)\.$/, 'max'],
  [/^Field must have minimum length of (.*)\.$/, 'min-length'],
  [/^Field must have maximum length of (.*)\.$/, 'max-length'],
  [/^Field must match pattern /, 'pattern'],
  [/^Field must be a valid {2}international phone number\./, 'phone'],
  [/^Field must be a valid email\.$/, 'email'],
  [/^Value is expected to be an integer\.$/, 'whole-number'],
  [/^Value is expected to have at most (\d+) decimal/, 'decimal-digits'],
  [/^Please select a valid value, the two nearest/, 'increment'],
  [/^Value is not a number\.$/, 'type'],
  [/^M(?:in|ax) validation value is not a valid number\.$/, 'type'],
];

/** Stands in for the validator of form-js: the same verdicts, in our words and languages, plus what the server says. */
export function validatorWith(t) {
  return class Validator {
    static $inject = ['expressionLanguage', 'conditionChecker', 'form', 'formFieldRegistry'];

    #fromServer = new Map();

    constructor(expressionLanguage, conditionChecker, form, formFieldRegistry) {
      this.formJs = new FormJsValidator(expressionLanguage, conditionChecker, form, formFieldRegistry);
      this.formFieldRegistry = formFieldRegistry;
    }

    validateFieldInstance(instance, value) {
      const field = this.formFieldRegistry.get(instance.id);
      const own = ownRules(field, value);
      const found = own.length > 0 ? own.map((code) => t(`error.${code}`)) : this.#formJsRules(field, instance, value);
      return [...found, ...this.#stillRefused(instance, value)];
    }

    /** Deprecated in form-js and not called by it any more; kept because the service offers it. */
    validateField(field, value) {
      return this.formJs.validateField(field, value).map((text) => translate(text, field));
    }

    /**
     * Keeps the server's refusals until the value changes.
     *
     * @returns {{message: string, shown?: object}[]} what belongs to no single field: to a list, or to the whole form
     */
    addServerErrors(form, errors) {
      const fields = new Map(shownFields(form).map((shown) => [shown.path, shown]));
      const lists = new Map(shownLists(form).map((shown) => [shown.path, shown]));
      const loose = [];
      for (const { field, message } of errors) {
        if (fields.has(field)) {
          this.#remember(field, fields.get(field).value, message);
        } else {
          loose.push({ message, shown: lists.get(field) });
        }
      }
      return loose;
    }

    forgetServerErrors() {
      this.#fromServer.clear();
    }

    #remember(path, value, message) {
      const entry = this.#fromServer.get(path) ?? { value: JSON.stringify(value), messages: [] };
      entry.messages.push(message);
      this.#fromServer.set(path, entry);
    }

    #formJsRules(field, instance, value) {
      return this.formJs.validateFieldInstance(instance, value).map((text) => translate(text, field));
    }

    #stillRefused({ valuePath }, value) {
      const entry = this.#fromServer.get(pathText(valuePath));
      return entry && entry.value === JSON.stringify(value) ? entry.messages : [];
    }
  };

  function translate(text, field) {
    if (text === field.validate?.patternErrorMessage) {
      return text;
    }
    for (const [pattern, code] of codes) {
      const match = pattern.exec(text);
      if (match) {
        return t(`error.${code}`, asNumber(match[1] ?? field.increment));
      }
    }
    return text;
  }
}

/** What the fields of form-js make impossible to enter and ours leave to a message. */
function ownRules(field, value) {
  if (field.type === 'number' && !isPlainNumber(value)) {
    return ['type'];
  }
  if (field.type === 'datetime' && typeof value === 'string' && field.subtype !== 'time') {
    if (value < '1900') {
      return ['date-format'];
    }
    if (field.disallowPassedDates && value.slice(0, 10) < today()) {
      return ['date-past'];
    }
  }
  return [];
}

/** What form-js can count with: it throws on other texts, and on numbers that it writes with an exponent. */
function isPlainNumber(value) {
  if (value === null || value === undefined || value === '') {
    return true;
  }
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(String(value)) || (typeof value === 'number' && Math.abs(value) < 1);
}

export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const asNumber = (text) => (text === undefined || Number.isNaN(Number(text)) ? text : Number(text));
