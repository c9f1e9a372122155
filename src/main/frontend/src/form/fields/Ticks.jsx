import { Checklist, Taglist } from '@bpmn-io/form-js-viewer';
import isEqual from 'lodash/isEqual';
import { useOnlyOffered, useOptions } from './options.js';
import { Question, useTranslation } from './parts.jsx';

/**
 * Several of many: boxes to tick. The tag list is drawn the same way: at the table with the family everybody sees who
 * could be chosen, and nothing has to be searched.
 */
function Ticks({ type, ...props }) {
  const { field, domId, value, disabled, readonly, onChange } = props;
  const t = useTranslation();
  const options = useOptions(field);
  const values = value ?? [];
  useOnlyOffered(options, values, onChange);
  const isCompact = type === 'taglist' || (options.length > 4 && options.every(({ label }) => label.length < 14));
  const toggle = (option) => {
    const without = values.filter((one) => !isEqual(one, option.value));
    onChange({ value: without.length < values.length ? without : [...values, option.value] });
  };
  return (
    <Question type={type} {...props}>
      {options.length === 0 && <p class="muted">{t('select.empty')}</p>}
      <div class={isCompact ? 'choices choices--many' : 'choices'}>
        {options.map((option, index) => (
          <div class="choice" key={index}>
            <input
              type="checkbox"
              id={`${domId}-${index}`}
              checked={values.some((one) => isEqual(one, option.value))}
              disabled={disabled || readonly}
              onChange={() => toggle(option)}
            />
            <label for={`${domId}-${index}`}>{option.label}</label>
          </div>
        ))}
      </div>
    </Question>
  );
}

export const CheckboxGroup = (props) => <Ticks type="checklist" {...props} />;
CheckboxGroup.config = Checklist.config;

export const TagGroup = (props) => <Ticks type="taglist" {...props} />;
TagGroup.config = Taglist.config;
