import { Datetime } from '@bpmn-io/form-js-viewer';
import { useEffect, useState } from 'preact/hooks';
import { today } from '../validator.js';
import { classesOf, describedBy, Help, LabelText, Problems, Question, useTranslation } from './parts.jsx';
import { join, split } from './moments.js';

/** Dates and times with the browser's own pickers: they speak the person's language and work by keyboard. */
export function DateTime(props) {
  const { field, domId, value, errors = [], onChange } = props;
  const t = useTranslation();
  const [typed, setTyped] = useState(() => split(value, field));
  // a value from outside (prefill, reset) replaces what is typed; our own half-typed one does not
  useEffect(() => {
    if ((value ?? null) !== join(typed, field)) {
      setTyped(split(value, field));
    }
  }, [value]);
  const change = (part) => {
    const next = { ...typed, ...part };
    setTyped(next);
    const joined = join(next, field);
    if (joined !== (value ?? null)) {
      onChange({ value: joined });
    }
  };
  const inputs = { ...props, typed, change };
  if (field.subtype === 'time') {
    return <Single {...inputs} part="time" label={field.timeLabel} />;
  }
  if (field.subtype !== 'datetime') {
    return <Single {...inputs} part="date" label={field.dateLabel} />;
  }
  const isHalf = Boolean(typed.date) !== Boolean(typed.time);
  const shown = isHalf && errors.length > 0 ? [t('error.date-and-time')] : errors;
  return (
    <Question {...props} type="datetime" errors={shown} field={{ ...field, label: groupLabel(field, t) }}>
      <div class="date-and-time">
        <Labelled {...inputs} part="date" label={t('date.date')} />
        <Labelled {...inputs} part="time" label={field.timeLabel || t('date.time')} />
      </div>
      <InWords date={typed.date} />
    </Question>
  );
}

DateTime.config = Datetime.config;

const groupLabel = (field, t) => field.label || field.dateLabel || t('date.date');

function Single(props) {
  const { field, domId, part, label, errors = [] } = props;
  const t = useTranslation();
  return (
    <div class={classesOf('datetime', props)}>
      <label for={`${domId}-${part}`} class="fjs-form-field-label">
        <LabelText label={label || field.label || t(`date.${part}`)} required={Boolean(field.validate?.required)} />
      </label>
      <Help id={`${domId}-description`} description={field.description} />
      <Input {...props} describedBy={describedBy(domId, field, errors)} />
      {part === 'date' && <InWords date={props.typed.date} />}
      <Problems id={`${domId}-error-message`} errors={errors} />
    </div>
  );
}

const Labelled = (props) => (
  <div>
    <label for={`${props.domId}-${props.part}`} class="part-label">
      {props.label}
    </label>
    <Input {...props} />
  </div>
);

/**
 * The day in words, in the page's language: the picker writes it in the order of the browser's language, and nobody
 * may read the 3rd of April as the 4th of March.
 */
function InWords({ date }) {
  const day = date ? new Date(`${date}T12:00`) : null;
  if (!day || Number.isNaN(day.getTime()) || date < '1900') {
    return null;
  }
  const language = document.documentElement.lang || 'en';
  return (
    <output class="date-in-words">
      {new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full' }).format(day)}
    </output>
  );
}

function Input({ field, domId, part, typed, change, errors = [], disabled, readonly, onBlur, onFocus, ...rest }) {
  const isDate = part === 'date';
  return (
    <input
      id={`${domId}-${part}`}
      class={`fjs-input fjs-input--${part}`}
      type={part}
      value={typed[part]}
      min={isDate ? (field.disallowPassedDates ? today() : '1900-01-01') : undefined}
      max={isDate ? '2199-12-31' : undefined}
      step={isDate ? undefined : (field.timeInterval || 15) * 60}
      disabled={disabled}
      readOnly={readonly}
      required={Boolean(field.validate?.required)}
      aria-invalid={errors.length > 0}
      aria-describedby={rest.describedBy}
      onInput={({ target }) => change({ [part]: target.value })}
      onBlur={() => onBlur?.()}
      onFocus={() => onFocus?.()}
    />
  );
}
