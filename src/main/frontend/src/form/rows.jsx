import { LocalExpressionContext, buildExpressionContext, RepeatRenderManager } from '@bpmn-io/form-js-viewer';
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks';
import { keepFocus, useTranslation } from './fields/parts.jsx';
import { Week } from './fields/Week.jsx';
import { shownLists } from './paths.js';

/**
 * The rows of a list: each a named group with its own remove button, never collapsed. The custom properties minRows
 * and maxRows of a list keep it from becoming too short or too long; the widget schedule draws the week of who is there.
 */
export class Rows extends RepeatRenderManager {
  static $inject = RepeatRenderManager.$inject;

  Repeater(props) {
    const { RowsRenderer, indexes, useSharedState, field, onChange, ...rest } = props;
    const [, share] = useSharedState;
    const t = useTranslation();
    const rows = this.#rowsOf(field, indexes);
    const canRemove = field.allowAddRemove && !props.readonly && !props.disabled && rows.length > limit(field, 'minRows', 0);
    const remove = (index) => {
      onChange({ field, indexes, value: rows.filter((_, at) => at !== index) });
      share((state) => ({ ...state, said: t('list.removed', index + 1), focusAdd: true }));
    };
    return rows.map((row, index) => (
      <Row
        key={index}
        {...{ ...rest, field, onChange, indexes, index, row, RowsRenderer, canRemove, remove }}
      />
    ));
  }

  RepeatFooter(props) {
    const { field, indexes, readonly, disabled, useSharedState, onChange, domId } = props;
    const [shared, share] = useSharedState;
    const t = useTranslation();
    const button = useRef();
    const rows = this.#rowsOf(field, indexes);
    const whom = field.properties?.widget === 'schedule' && field.components.find(({ key }) => key === 'person');
    const isFull = rows.length >= limit(field, 'maxRows', Infinity);
    useEffect(() => {
      if (shared.focusAdd) {
        button.current?.focus();
        share((state) => ({ ...state, focusAdd: false }));
      }
    }, [shared.focusAdd]);
    const add = () => {
      const fresh = this._form._getInitializedFieldData(this._form._getState().data, {
        container: field,
        indexes: { ...indexes, [field.id]: rows.length },
      });
      onChange({ value: [...rows, fresh] });
      share((state) => ({ ...state, said: t('list.added', rows.length + 1) }));
      focusLastRow(button.current);
    };
    return (
      <div class="rows-footer">
        {rows.length === 0 && <p class="muted">{t('list.empty')}</p>}
        {field.allowAddRemove && (
          <button
            ref={button}
            type="button"
            class="add-row"
            disabled={disabled || readonly || isFull}
            aria-describedby={field.label ? domId : undefined}
            onMouseDown={keepFocus}
            onClick={add}
          >
            <span aria-hidden="true">+ </span>
            {t('list.add')}
          </button>
        )}
        <span class="visually-hidden" role="status">
          {shared.said ?? ''}
        </span>
        {whom && <Week rows={rows} whom={whom} />}
      </div>
    );
  }

  #rowsOf(field, indexes) {
    const path = this._pathRegistry.getValuePath(field, { indexes });
    return path.reduce((level, key) => level?.[key], this._form._getState().data) ?? [];
  }
}

function Row({ field, indexes, index, row, RowsRenderer, canRemove, remove, ...rest }) {
  const t = useTranslation();
  const around = useContext(LocalExpressionContext);
  const context = useMemo(
    () => ({
      data: around.data,
      this: row,
      parent: buildExpressionContext({ ...around, data: around.this }),
      i: [...around.i, index + 1],
    }),
    [around, row, index],
  );
  return (
    <div class="row" role="group" aria-label={t('form.row', index + 1)}>
      <div class="row-bar">
        <span class="row-number" aria-hidden="true">
          {index + 1}
        </span>
        {canRemove && (
          <button type="button" class="quiet-button" aria-label={t('list.remove', index + 1)} onClick={() => remove(index)}>
            {t('list.remove-short')}
          </button>
        )}
      </div>
      <LocalExpressionContext.Provider value={context}>
        <RowsRenderer {...rest} field={field} indexes={{ ...indexes, [field.id]: index }} />
      </LocalExpressionContext.Provider>
    </div>
  );
}

/** @returns {{message: string, shown: object}[]} */
export const listsWithTooFewRows = (form, t) =>
  shownLists(form)
    .map((shown) => ({ shown, least: limit(form.get('formFieldRegistry').get(shown.id), 'minRows', 0) }))
    .filter(({ shown, least }) => (shown.value?.length ?? 0) < least)
    .map(({ shown, least }) => ({ shown, message: t('error.min-rows', least) }));

function limit(field, name, otherwise) {
  const rows = Number.parseInt(field.properties?.[name], 10);
  return Number.isNaN(rows) ? otherwise : rows;
}

/** After the new row is drawn, typing can begin in it. */
function focusLastRow(button) {
  const list = button.closest('.list');
  setTimeout(() => {
    const rows = [...list.querySelectorAll('.row')].filter((row) => row.closest('.list') === list);
    rows.at(-1)?.querySelector('input, select, textarea')?.focus();
  }, 50);
}
