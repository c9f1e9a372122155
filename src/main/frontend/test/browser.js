// Imported first: what form-js needs of a browser, before it is loaded.
import { JSDOM } from 'jsdom';

const dom = new JSDOM('<!doctype html><html lang="da"><body></body></html>', {
  url: 'http://localhost/',
  pretendToBeVisual: true,
});
for (const name of Object.getOwnPropertyNames(dom.window)) {
  if (!(name in globalThis)) {
    globalThis[name] = dom.window[name];
  }
}
Object.assign(globalThis, { window: dom.window, Event: dom.window.Event, CustomEvent: dom.window.CustomEvent });
dom.window.HTMLElement.prototype.scrollIntoView = () => {};

/** Waits until form-js has drawn and corrected itself. */
export async function settled() {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
