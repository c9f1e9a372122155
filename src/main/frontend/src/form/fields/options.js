import { useExpressionEvaluation } from '@bpmn-io/form-js-viewer';
import isEqual from 'lodash/isEqual';
import { useEffect } from 'preact/hooks';
import { useService } from './parts.jsx';

/** The options of a field from any of the three sources of form-js, as {value, label}. */
export function useOptions(field) {
  const computed = useExpressionEvaluation(field.valuesExpression);
  const initialData = useService('form')._getState().initialData ?? {};
  const source = field.valuesKey !== undefined ? initialData[field.valuesKey] : (field.values ?? computed);
  return (Array.isArray(source) ? source : []).map(asOption).filter(Boolean);
}

function asOption(option) {
  const isObject = option !== null && typeof option === 'object';
  const value = isObject ? option.value : option;
  if (value === undefined || value === null || value === '') {
    return null;
  }
  return { value, label: (isObject && option.label) || String(value) };
}

/** Drops an answer that an expression has taken off the list, as form-js does. */
export function useOnlyOffered(options, value, onChange) {
  const chosen = Array.isArray(value) ? value : [value];
  const kept = chosen.filter((one) => options.some((option) => isEqual(option.value, one)));
  useEffect(() => {
    if (Array.isArray(value) ? kept.length < value.length : value && kept.length === 0) {
      onChange({ value: Array.isArray(value) ? kept : null });
    }
  });
}
