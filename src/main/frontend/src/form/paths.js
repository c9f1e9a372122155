/** ['statements', 0, 'danger'] → 'statements[0].danger': how the server names a field. */
export const pathText = (segments) =>
  segments.reduce((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part), '');

/** The id that form-js gives the element of a field: one per row for a field in a list. */
export const domId = (form, { id, indexes }) =>
  ['fjs-form', form._id, id].join('-') +
  Object.values(indexes ?? {})
    .map((index) => `_${index}`)
    .join('');

const withPath = (instance) => ({ ...instance, path: pathText(instance.valuePath) });

/** Every field that is on the screen now, with the path of its value. */
export const shownFields = (form) => form.get('formFieldInstanceRegistry').getAllKeyed().map(withPath);

/** Every list that is on the screen now, with the path of its rows. */
export const shownLists = (form) =>
  form
    .get('formFieldInstanceRegistry')
    .getAll()
    .filter(({ id }) => form.get('formFieldRegistry').get(id)?.type === 'dynamiclist')
    .map(withPath);
