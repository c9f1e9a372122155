import { Select } from '@bpmn-io/form-js-viewer';
import isEqual from 'lodash/isEqual';
import { useOnlyOffered, useOptions } from './options.js';
import { classesOf, describedBy, Help, LabelText, Problems, useTranslation } from './parts.jsx';

/** A select of the browser's own: works with keyboard, screen reader and on a tablet as people know it. */
export function Choice(props) {
  const { field, domId, value, errors = [], disabled, readonly, onChange, onBlur, onFocus } = props;
  const t = useTranslation();
  const options = useOptions(field);
  useOnlyOffered(options, value, onChange);
  const chosen = options.findIndex((option) => isEqual(option.value, value));
  const required = Boolean(field.validate?.required);
  return (
    <div class={classesOf('select', props)}>
      <label for={domId} class="fjs-form-field-label">
        <LabelText label={field.label} required={required} />
      </label>
      <Help id={`${domId}-description`} description={field.description} />
      <select
        id={domId}
        class="fjs-input"
        disabled={disabled || readonly}
        required={required}
        aria-invalid={errors.length > 0}
        aria-describedby={describedBy(domId, field, errors)}
        value={chosen < 0 ? '' : String(chosen)}
        onChange={({ target }) => onChange({ value: target.value === '' ? null : options[Number(target.value)].value })}
        onBlur={() => onBlur?.()}
        onFocus={() => onFocus?.()}
      >
        <option value="">{t(options.length > 0 ? 'select.choose' : 'select.empty')}</option>
        {options.map((option, index) => (
          <option key={index} value={String(index)}>
            {option.label}
          </option>
        ))}
      </select>
      <Problems id={`${domId}-error-message`} errors={errors} />
    </div>
  );
}

Choice.config = Select.config;
