import { domId, shownFields } from './paths.js';

/** The list above the form after a refused submission: what is missing, with a link to where it is mended. */
export class ErrorSummary {
  #loose = [];
  #headingKey = 'form.summary';

  constructor(t) {
    this.t = t;
    this.element = document.createElement('div');
    this.element.className = 'alert error-summary';
    this.element.tabIndex = -1;
    this.element.hidden = true;
  }

  /**
   * Shows the list and moves the focus to it.
   *
   * @param {{message: string, shown?: object}[]} loose what belongs to no single field
   */
  show(form, loose, headingKey = 'form.summary') {
    this.#loose = loose;
    this.#headingKey = headingKey;
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
      shown ? this.#link(form, { shown, message, label: labelOf(form, shown) }) : item(message),
    );
    const items = [...loose, ...fieldErrors(form).map((found) => this.#link(form, found))];
    this.element.hidden = items.length === 0;
    const heading = document.createElement('h2');
    heading.textContent = this.t(this.#headingKey);
    const list = document.createElement('ul');
    list.append(...items);
    this.element.replaceChildren(heading, list);
  }

  #link(form, { label, message, shown }) {
    const link = document.createElement('a');
    const id = domId(form, shown);
    link.href = `#${id}`;
    link.textContent = /[?!.:]$/.test(label) ? `${label} ${message}` : `${label}: ${message}`;
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

function fieldErrors(form) {
  const { errors } = form._getState();
  return shownFields(form)
    .map((shown) => ({ shown, messages: messagesAt(errors[shown.id], Object.values(shown.indexes ?? {})) }))
    .filter(({ messages }) => messages.length > 0)
    .map(({ shown, messages }) => ({ shown, message: messages[0], label: labelOf(form, shown) }))
    .sort((a, b) => inPageOrder(domId(form, a.shown), domId(form, b.shown)));
}

function messagesAt(errors, indexes) {
  const found = indexes.reduce((level, index) => level?.[index], errors);
  return Array.isArray(found) ? found.filter((message) => typeof message === 'string') : [];
}

/** 'Danger statements 2 › Who is worried? 1 › Person': where to look in a long form. */
function labelOf(form, { id, indexes }) {
  const registry = form.get('formFieldRegistry');
  const names = [];
  for (let field = registry.get(id); field; field = registry.get(field._parent)) {
    const row = indexes?.[field.id];
    if (field.id === id) {
      names.unshift(field.label || field.dateLabel || field.timeLabel || field.key);
    } else if (row !== undefined) {
      names.unshift(`${field.label} ${row + 1}`);
    }
  }
  return names.join(' › ');
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
