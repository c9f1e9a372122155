import { domId, shownFields } from './paths.js';

/** The list above the form after a refused submission: what is missing, with a link to where it is mended. */
export class ErrorSummary {
  #loose = [];

  constructor(t) {
    this.t = t;
    this.element = document.createElement('div');
    this.element.className = 'alert alert--danger error-summary';
    this.element.tabIndex = -1;
    this.element.hidden = true;
  }

  /**
   * Shows the list and moves the focus to it.
   *
   * @param {{message: string, shown?: object}[]} loose what belongs to no single field
   */
  show(form, loose) {
    this.#loose = loose;
    this.element.hidden = false;
    this.#fill(form);
    this.element.focus();
    this.element.scrollIntoView({ block: 'start', behavior: 'auto' });
  }

  /** Follows the person's corrections; disappears when nothing is left. */
  update(form) {
    if (!this.element.hidden) {
      this.#fill(form);
    }
  }

  #fill(form) {
    const loose = this.#loose.map(({ message, shown }) =>
      shown ? this.#link(form, { shown, message, label: labelOf(form, shown, this.t) }) : item(message),
    );
    const items = [...loose, ...fieldErrors(form, this.t).map((found) => this.#link(form, found))];
    this.element.hidden = items.length === 0;
    const heading = document.createElement('h2');
    heading.textContent = this.t('form.summary');
    const list = document.createElement('ul');
    list.append(...items);
    this.element.replaceChildren(heading, list);
  }

  #link(form, { label, message, shown }) {
    const link = document.createElement('a');
    const id = domId(form, shown);
    link.href = `#${id}`;
    link.textContent = `${label}: ${message}`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      focusField(id);
    });
    return item(link);
  }
}

function item(content) {
  const element = document.createElement('li');
  element.append(content);
  return element;
}

function fieldErrors(form, t) {
  const { errors } = form._getState();
  return shownFields(form)
    .map((shown) => ({ shown, messages: messagesAt(errors[shown.id], Object.values(shown.indexes ?? {})) }))
    .filter(({ messages }) => messages.length > 0)
    .map(({ shown, messages }) => ({ shown, message: messages[0], label: labelOf(form, shown, t) }))
    .sort((a, b) => inPageOrder(domId(form, a.shown), domId(form, b.shown)));
}

function messagesAt(errors, indexes) {
  const found = indexes.reduce((level, index) => level?.[index], errors);
  return Array.isArray(found) ? found.filter((message) => typeof message === 'string') : [];
}

function labelOf(form, { id, indexes }, t) {
  const field = form.get('formFieldRegistry').get(id);
  const label = field.label || field.dateLabel || field.timeLabel || field.key;
  const rows = Object.values(indexes ?? {}).map((index) => t('form.row', index + 1));
  return rows.length > 0 ? `${label} (${rows.join(', ')})` : label;
}

function inPageOrder(a, b) {
  const [first, second] = [target(a), target(b)];
  if (!first || !second) {
    return 0;
  }
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** A field with several inputs has none with the plain id: the first of them gets the focus. */
const target = (id) =>
  ['', '-0', '-date', '-time'].map((part) => document.getElementById(id + part)).find((element) => element !== null);

function focusField(id) {
  const element = target(id);
  for (let box = element?.closest('details'); box; box = box.parentElement?.closest('details')) {
    box.open = true;
  }
  element?.focus();
  element?.scrollIntoView({ block: 'center', behavior: 'auto' });
}
