import { Numberfield } from '@bpmn-io/form-js-viewer';
import { useState } from 'preact/hooks';
import { classesOf, describedBy, Help, LabelText, Problems } from './parts.jsx';
import { Scale } from './Scale.jsx';

/** A number: a slider where the form asks on a scale, otherwise a plain field that takes a decimal comma too. */
export const NumberField = (props) =>
  props.field.properties?.widget === 'scale' ? <Scale {...props} /> : <PlainNumber {...props} />;

function PlainNumber(props) {
  const { field, domId, value, errors = [], disabled, readonly, onChange, onBlur, onFocus } = props;
  const required = Boolean(field.validate?.required);
  const [typed, setTyped] = useState(null);
  const isOwn = typed !== null && read(typed, field) === value;
  const change = (text) => {
    setTyped(text);
    onChange({ value: read(text, field) });
  };
  return (
    <div class={classesOf('number', props)}>
      <label for={domId} class="fjs-form-field-label">
        <LabelText label={field.label} required={required} />
      </label>
      <Help id={`${domId}-description`} description={field.description} />
      <input
        id={domId}
        class="fjs-input fjs-input--number"
        type="text"
        inputMode={field.decimalDigits === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        disabled={disabled}
        readOnly={readonly}
        required={required}
        aria-invalid={errors.length > 0}
        aria-describedby={describedBy(domId, field, errors)}
        value={isOwn ? typed : String(value ?? '')}
        onInput={({ target }) => change(target.value)}
        onBlur={() => onBlur?.()}
        onFocus={() => onFocus?.()}
      />
      <Problems id={`${domId}-error-message`} errors={errors} />
    </div>
  );
}

NumberField.config = Numberfield.config;

/** Text that is no number stays in the data as text: the validator answers, and nothing typed is lost. */
export function read(text, field) {
  const plain = text.trim().replace(',', '.');
  if (plain === '') {
    return null;
  }
  return field.serializeToString || Number.isNaN(Number(plain)) ? plain : Number(plain);
}
