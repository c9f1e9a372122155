import { Form } from '@bpmn-io/form-js-viewer';
import { translator } from '../i18n.js';
import { Draft } from './draft.js';
import { keepFocus } from './fields/parts.jsx';
import { trivselModule } from './module.js';
import { shownFields } from './paths.js';
import { messageKey, request } from './request.js';
import { listsWithTooFewRows } from './rows.jsx';
import { ErrorSummary } from './summary.js';

const A_FRAME_MS = 20;
const ENOUGH_FRAMES = 50;

/**
 * One form on a page: loads the schema and data, keeps a draft on the server, submits, and shows every refusal beside
 * the field it is about. Whatever goes wrong, what is typed stays on the page.
 */
export class FormPage {
  /** @param {HTMLElement} element with data-form-url, data-submit-url and (for tasks) data-draft-url */
  constructor(element) {
    this.element = element;
    this.t = translator();
    this.status = this.#statusLine();
    this.summary = new ErrorSummary(this.t);
    this.submitButton = this.#submitButton();
  }

  async open() {
    this.#say('form.loading');
    const answer = await request(this.element.dataset.formUrl);
    if (!answer.ok) {
      this.#say(answer.status === 404 ? 'form.gone' : 'form.load-failed', true);
      return;
    }
    const { form: schema, data, savedAt, revision } = answer.body;
    this.form = new Form({ additionalModules: [trivselModule(this.t)] });
    await this.form.importSchema(schema, data ?? {});
    this.#render(schema);
    this.draft = new Draft({
      url: this.element.dataset.draftUrl,
      form: this.form,
      element: this.element,
      say: (key, ...args) => this.#say(key, false, ...args),
      ask: (...choices) => this.#ask(choices),
    });
    this.draft.started(savedAt, revision);
    await fieldsOf(this.form);
    this.#renderActions();
  }

  #render(schema) {
    this.element.replaceChildren(this.summary.element);
    if (JSON.stringify(schema).includes('"required":true')) {
      const hint = document.createElement('p');
      hint.className = 'muted form-hint';
      hint.textContent = this.t('form.required-hint');
      this.element.append(hint);
    }
    this.form.attachTo(this.element);
    // Enter in a text field must not send a half-filled form: only the button submits.
    this.element.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
    this.form.on('changed', () => this.summary.update(this.form));
  }

  #renderActions() {
    const actions = document.createElement('div');
    actions.className = 'form-actions';
    actions.append(this.submitButton, this.status);
    this.element.append(actions);
    this.submitButton.addEventListener('mousedown', keepFocus);
    this.submitButton.addEventListener('click', () => this.#submit());
  }

  async #submit() {
    if (this.submitButton.getAttribute('aria-disabled') === 'true') {
      return;
    }
    if (this.element.contains(document.activeElement) && document.activeElement !== this.submitButton) {
      document.activeElement.blur(); // the last letters of a text field are in the form only then
    }
    this.form.get('validator').forgetServerErrors();
    const { data, errors } = this.form.submit();
    const shortLists = listsWithTooFewRows(this.form, this.t);
    if (Object.keys(errors).length > 0 || shortLists.length > 0) {
      this.summary.show(this.form, shortLists);
      return;
    }
    this.#busy(true);
    await this.draft.stop();
    const answer = await request(this.element.dataset.submitUrl, { method: 'POST', body: data });
    if (answer.ok) {
      window.location.assign(answer.body?.location ?? '/');
      return;
    }
    this.#busy(false);
    this.draft.resume();
    this.#refused(answer);
  }

  #refused(answer) {
    if (answer.status === 422 && Array.isArray(answer.body?.errors)) {
      const loose = this.form.get('validator').addServerErrors(this.form, answer.body.errors);
      this.form.validate();
      this.summary.show(this.form, loose);
      return;
    }
    const message = answer.body?.detail ?? this.t(messageKey(answer));
    this.summary.show(this.form, [{ message }], 'form.not-submitted');
  }

  #busy(busy) {
    // aria-disabled and not disabled: the button must not lose the focus while we wait
    this.submitButton.setAttribute('aria-disabled', String(busy));
    this.submitButton.textContent = this.t(busy ? 'form.submitting' : 'form.submit');
  }

  #say(key, isError = false, ...args) {
    this.status.textContent = this.t(key, ...args);
    this.status.classList.toggle('alert', isError);
    if (!this.status.isConnected) {
      this.element.append(this.status);
    }
  }

  /** A question beside the status line; whatever is chosen, it is gone. */
  #ask(choices) {
    const buttons = choices.map(([key, act]) => {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', className: 'ds-button', textContent: this.t(key) });
      Object.assign(button.dataset, { variant: 'secondary', size: 'sm' });
      button.addEventListener('click', () => {
        buttons.forEach((one) => one.remove());
        act();
      });
      return button;
    });
    this.status.after(...buttons);
  }

  #statusLine() {
    // The page may own the line (in its heading); otherwise it stands beside the button.
    const status = document.querySelector('.js-saved') ?? document.createElement('p');
    status.classList.add('js-saved', 'muted');
    status.setAttribute('role', 'status');
    status.setAttribute('aria-live', 'polite');
    return status;
  }

  #submitButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ds-button js-submit';
    button.textContent = this.t('form.submit');
    return button;
  }
}

/** form-js knows its fields a frame after it drew them; whoever submitted before that would submit an empty form. */
async function fieldsOf(form) {
  for (let frame = 0; frame < ENOUGH_FRAMES && shownFields(form).length === 0; frame++) {
    await new Promise((resolve) => setTimeout(resolve, A_FRAME_MS));
  }
}
