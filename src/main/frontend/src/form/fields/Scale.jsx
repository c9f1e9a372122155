import { Question, useTranslation } from './parts.jsx';

/**
 * A number on a scale, as a slider with the number beside it. Until somebody has answered there is no number: a slider
 * that stands in the middle must not be read as a five.
 */
export function Scale(props) {
  const { field, domId, value, disabled, readonly, onChange, onFocus } = props;
  const t = useTranslation();
  const [min, max] = ends(field);
  const isAnswered = typeof value === 'number' || (typeof value === 'string' && value !== '');
  const shown = isAnswered ? Number(value) : Math.round((min + max) / 2);
  const answer = (text) => onChange({ value: field.serializeToString ? String(text) : Number(text) });
  // pressing the slider where it already stands, or Space, is an answer too
  const confirm = ({ target }) => !isAnswered && answer(target.value);
  return (
    <Question type="number" class={isAnswered ? 'scale' : 'scale scale--open'} {...props}>
      <div class="scale-line">
        <output class="scale-number" for={domId}>
          {isAnswered ? shown : '–'}
        </output>
        <div class="scale-slider">
          <input
            id={domId}
            type="range"
            min={min}
            max={max}
            step="1"
            value={shown}
            disabled={disabled || readonly}
            aria-labelledby={`${domId}-label`}
            aria-valuetext={isAnswered ? String(shown) : t('scale.not-answered')}
            onInput={({ target }) => answer(target.value)}
            onClick={confirm}
            onKeyDown={(event) => event.key === ' ' && confirm(event)}
            onFocus={() => onFocus?.()}
          />
          <div class="scale-ticks" aria-hidden="true">
            {Array.from({ length: max - min + 1 }, (_, index) => (
              <span key={index}>{min + index}</span>
            ))}
          </div>
          <div class="scale-ends" aria-hidden="true">
            <span>{t('scale.low')}</span>
            <span>{t('scale.high')}</span>
          </div>
        </div>
        {isAnswered && !field.validate?.required && !disabled && !readonly && (
          <button type="button" class="quiet-button" onClick={() => onChange({ value: null })}>
            {t('scale.clear')}
          </button>
        )}
      </div>
    </Question>
  );
}

function ends(field) {
  const [min, max] = [field.validate?.min, field.validate?.max].map(Number);
  return [Number.isFinite(min) ? min : 0, Number.isFinite(max) ? max : 10];
}
