import { Errors, FormContext, useSingleLineTemplateEvaluation } from '@bpmn-io/form-js-viewer';
import { useContext } from 'preact/hooks';

/** A service of the form, as its own fields get it. */
export const useService = (name) => useContext(FormContext).getService(name);

export const useTranslation = () => useService('translation');

/**
 * For a button's mousedown: the cursor stays where it is until the click. What a field says as it is left would push the
 * button away from under the pointer, and the click would miss.
 */
export const keepFocus = (event) => event.preventDefault();

export function classesOf(type, { errors = [], disabled, readonly }, ...more) {
  return [
    'fjs-form-field',
    `fjs-form-field-${type}`,
    errors.length > 0 && 'fjs-has-errors',
    disabled && 'fjs-disabled',
    readonly && 'fjs-readonly',
    ...more,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The text of a label, legend or heading; it may be a template of form-js. */
export function LabelText({ label, required }) {
  const text = useSingleLineTemplateEvaluation(label || '', { debug: true });
  return (
    <>
      {text}
      {required && (
        <span class="fjs-asterix" aria-hidden="true">
          *
        </span>
      )}
    </>
  );
}

export function Help({ id, description }) {
  const text = useSingleLineTemplateEvaluation(description || '', { debug: true });
  return text ? (
    <div id={id} class="fjs-form-field-description">
      {text}
    </div>
  ) : null;
}

export const Problems = ({ id, errors }) => <Errors id={id} errors={errors} />;

/** What a screen reader reads after the name: only ids that are on the page. */
export function describedBy(domId, field, errors) {
  const ids = [field.description && `${domId}-description`, errors.length > 0 && `${domId}-error-message`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** Several inputs with one question: a group or radiogroup that is named by it. */
export function Question({ type, role = 'group', class: className, children, ...props }) {
  const { field, domId, errors = [] } = props;
  const required = Boolean(field.validate?.required);
  return (
    <div
      class={classesOf(type, props, className)}
      role={role}
      aria-labelledby={`${domId}-label`}
      aria-describedby={describedBy(domId, field, errors)}
      aria-required={role === 'radiogroup' ? required : undefined}
      aria-invalid={role === 'radiogroup' ? errors.length > 0 : undefined}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          props.onBlur?.();
        }
      }}
    >
      <div id={`${domId}-label`} class="fjs-form-field-label">
        <LabelText label={field.label} required={required} />
      </div>
      <Help id={`${domId}-description`} description={field.description} />
      {children}
      <Problems id={`${domId}-error-message`} errors={errors} />
    </div>
  );
}
