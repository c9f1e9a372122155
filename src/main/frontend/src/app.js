// On every page: htmx, and the few behaviours that HTML does not bring by itself.
import htmx from 'htmx.org';
import { csrfHeaders } from './csrf.js';
import './app.css';
import './pages.css';
import './tasks.js';

// A strict Content-Security-Policy: nothing evaluated, no style element written into the page.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
// The page's own CSRF token is the only thing that may leave, and only to ourselves.
htmx.config.selfRequestsOnly = true;
// No case data in the browser's storage, not even as a cached page.
htmx.config.historyCacheSize = 0;
htmx.config.refreshOnHistoryMiss = true;

document.addEventListener('htmx:configRequest', (event) => {
  Object.assign(event.detail.headers, csrfHeaders());
});

// A 422 carries the page with its messages: show it like any answer.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// Menus are <details class="menu">: Escape and a click elsewhere close them, as people expect of a menu.
const openMenus = () => document.querySelectorAll('details.menu[open]');
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') {
    return;
  }
  openMenus().forEach((menu) => {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) {
      menu.querySelector('summary')?.focus();
    }
  });
});
document.addEventListener('click', (event) => {
  openMenus().forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});

// <button class="js-print">: print-outs without inline script.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('.js-print')) {
    window.print();
  }
});

// <form data-confirm="…">: asks before something that cannot be undone.
document.addEventListener('submit', (event) => {
  const question = event.target instanceof Element && event.target.getAttribute('data-confirm');
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});

// A second click while the first is on its way: a form is sent once. Back on the page, it may be sent again.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = 'true';
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
});

// On paper everything is unfolded; and the access log learns that it was printed.
window.addEventListener('beforeprint', () => {
  const folded = [...document.querySelectorAll('main details:not([open], .no-print, .no-print *)')];
  folded.forEach((details) => (details.open = true));
  window.addEventListener('afterprint', () => folded.forEach((details) => (details.open = false)), { once: true });
  const url = document.querySelector('main')?.dataset.printedUrl;
  if (url) {
    fetch(url, { method: 'POST', headers: csrfHeaders(), keepalive: true }).catch(() => {});
  }
});

// The drawing of a process needs a viewer as heavy as the rest of the page: it comes when the first one is unfolded.
const unfolded = (event) => {
  const viewer = event.target.dataset?.viewer;
  if (!viewer) {
    return;
  }
  document.removeEventListener('toggle', unfolded, true);
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${viewer}.css` });
  const script = Object.assign(document.createElement('script'), { src: `${viewer}.js` });
  document.head.append(style, script);
};
document.addEventListener('toggle', unfolded, true);
