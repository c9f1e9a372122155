import { Radio as FormJsRadio } from '@bpmn-io/form-js-viewer';
import isEqual from 'lodash/isEqual';
import { useOnlyOffered, useOptions } from './options.js';
import { Question, useTranslation } from './parts.jsx';

/** One of a few. Unlike the standard field it can be emptied again where no answer is required. */
export function Radio(props) {
  const { field, domId, value, disabled, readonly, onChange } = props;
  const t = useTranslation();
  const options = useOptions(field);
  useOnlyOffered(options, value, onChange);
  const isAnswered = value !== null && value !== undefined;
  return (
    <Question type="radio" role="radiogroup" {...props}>
      <div class="choices">
        {options.map((option, index) => (
          <div class="choice" key={index}>
            <input
              type="radio"
              id={`${domId}-${index}`}
              name={domId}
              checked={isEqual(option.value, value)}
              disabled={disabled || readonly}
              onChange={() => onChange({ value: option.value })}
            />
            <label for={`${domId}-${index}`}>{option.label}</label>
          </div>
        ))}
      </div>
      {isAnswered && !field.validate?.required && !disabled && !readonly && (
        <button type="button" class="quiet-button" onClick={() => onChange({ value: null })}>
          {t('scale.clear')}
        </button>
      )}
    </Question>
  );
}

Radio.config = FormJsRadio.config;
