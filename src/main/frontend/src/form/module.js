import { ConditionChecker } from '@bpmn-io/form-js-viewer';
import { Choice } from './fields/Choice.jsx';
import { DateTime } from './fields/DateTime.jsx';
import { NumberField } from './fields/NumberField.jsx';
import { Radio } from './fields/Radio.jsx';
import { List, Section } from './fields/Section.jsx';
import { CheckboxGroup, TagGroup } from './fields/Ticks.jsx';
import { Rows } from './rows.jsx';
import { validatorWith } from './validator.js';

const fields = [Choice, Radio, CheckboxGroup, TagGroup, NumberField, DateTime, Section, List];

/** What we hang on form-js: our words, our fields. Every field keeps the type, data and schema of the standard one. */
export const trivselModule = (t) => ({
  __init__: ['trivselFields'],
  translation: ['value', t],
  trivselFields: ['type', TrivselFields],
  validator: ['type', validatorWith(t)],
  repeatRenderManager: ['type', Rows],
  conditionChecker: ['type', ForgettingConditionChecker],
});

class TrivselFields {
  static $inject = ['formFields'];

  constructor(formFields) {
    fields.forEach((field) => formFields.register(field.config.type, field));
  }
}

/**
 * form-js keeps showing expressions the answer that a hidden field had when the form was loaded. A condition that
 * depends on it would then differ from the server's, which only ever sees what is submitted. So it is forgotten here.
 */
class ForgettingConditionChecker extends ConditionChecker {
  static $inject = ConditionChecker.$inject;

  applyConditions(data, contextData, options) {
    const asked = super.applyConditions(data, contextData, options);
    const hidden = Object.keys(data ?? {}).filter((key) => !(key in asked));
    return { ...asked, ...Object.fromEntries(hidden.map((key) => [key, emptyLike(data[key])])) };
  }
}

function emptyLike(value) {
  if (Array.isArray(value)) {
    return [];
  }
  return { string: '', boolean: false }[typeof value] ?? null;
}
