import { messageKey, request } from './request.js';

const AFTER_LAST_CHANGE_MS = 1500;
const AFTER_FAILURE_MS = 10_000;

/** Keeps the draft on the server: after a pause in typing, and when the page is left. Never in the browser's storage. */
export class Draft {
  #timer;
  #stopped = false;
  #saving = Promise.resolve();

  constructor({ url, form, say, ask = () => {}, element }) {
    this.ask = ask;
    this.url = url;
    this.form = form;
    this.say = say;
    this.element = element;
    this.touched = false;
  }

  started(savedAt, revision = null) {
    this.revision = revision;
    if (!this.url) {
      return;
    }
    this.say(...(savedAt ? ['form.saved', clockTime(new Date(savedAt))] : ['']));
    // What the form itself makes of the loaded data is not a change by the person.
    for (const event of ['input', 'click', 'keydown']) {
      this.element.addEventListener(event, () => (this.touched = true), { capture: true, once: true });
    }
    this.form.on('changed', ({ data }) => this.#changed(data));
    // pagehide alone is not enough: a tablet that is put aside may never fire it
    window.addEventListener('pagehide', () => {
      document.activeElement?.blur?.(); // flushes the debounced text field
      this.#leave();
    });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#leave());
  }

  /** Before submitting: waits for a save under way, so that it cannot arrive after the submission. */
  async stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#saving;
  }

  resume() {
    this.#stopped = false;
    this.#schedule(AFTER_LAST_CHANGE_MS);
  }

  #changed(data) {
    this.current = JSON.stringify(data);
    if (this.touched) {
      this.#schedule(AFTER_LAST_CHANGE_MS);
    } else {
      this.saved = this.current;
    }
  }

  #schedule(delay) {
    clearTimeout(this.#timer);
    if (this.url && !this.#stopped && this.current !== this.saved) {
      this.#timer = setTimeout(() => this.#save(), delay);
    }
  }

  #save(keepalive = false) {
    const text = this.current;
    this.#saving = this.#put(text, keepalive);
    return this.#saving;
  }

  async #put(text, keepalive) {
    this.say('form.saving');
    // the last words of a page that is left follow a save that may be under way: they are not asked for its revision
    const known = this.revision === null || keepalive ? '' : `?revision=${this.revision}`;
    const answer = await request(this.url + known, { method: 'PUT', body: JSON.parse(text), keepalive });
    if (answer.status === 409 && answer.body?.revision) {
      this.#elsewhere(answer.body);
    } else if (answer.ok) {
      this.saved = text;
      this.revision = answer.body?.revision ?? this.revision;
      this.say('form.saved', clockTime(new Date()));
      this.#schedule(AFTER_LAST_CHANGE_MS);
    } else {
      const isPassing = answer.status === 0 || answer.status >= 500;
      this.say(isPassing ? 'form.not-saved' : messageKey(answer));
      this.#schedule(AFTER_FAILURE_MS);
    }
  }

  /** Another tab or device has saved since: the person decides, and until then nothing is written over. */
  #elsewhere({ revision, savedAt }) {
    this.#stopped = true;
    this.say('form.elsewhere', clockTime(new Date(savedAt)));
    this.ask(
      ['form.take-theirs', () => window.location.reload()],
      [
        'form.keep-mine',
        () => {
          this.revision = revision;
          this.#stopped = false;
          this.#save();
        },
      ],
    );
  }

  #leave() {
    if (this.touched && this.url && !this.#stopped && this.current !== this.saved) {
      clearTimeout(this.#timer);
      this.#save(true);
    }
  }
}

const clockTime = (date) =>
  new Intl.DateTimeFormat(document.documentElement.lang || 'da', { hour: '2-digit', minute: '2-digit' }).format(date);
