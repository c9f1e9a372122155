import { request } from './request.js';

const EVERY_MS = 15_000;

/** Says who else is in the task, and that oneself is, as long as the page is looked at. */
export function beHere(element) {
  const beat = async () => {
    if (document.hidden || document.querySelector('.js-submit[aria-disabled=true]')) {
      return; // who is just sending the task in needs nobody to say that it is done
    }
    const answer = await request(element.dataset.url, { method: 'POST' });
    if (answer.ok && element.textContent !== answer.body.text) {
      element.textContent = answer.body.text; // said only when it changes, or a screen reader says it for ever
    }
  };
  beat();
  setInterval(beat, EVERY_MS);
}
