// The task list: keys to move in it, and new tasks that appear by themselves.
import htmx from 'htmx.org';
import { csrfHeaders } from './csrf.js';

const EVERY = 20_000;
const list = () => document.querySelector('.js-tasks');
const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

const names = () => [...document.querySelectorAll('.js-task .task-name')];
const reload = () =>
  htmx.ajax('GET', `/tasks${list().dataset.query}`, { target: '#tasks', select: '#tasks', swap: 'outerHTML' });

const step = (way) => {
  const all = names();
  const here = all.indexOf(document.activeElement);
  const next = here < 0 ? (way > 0 ? 0 : all.length - 1) : here + way;
  all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
};

/** Takes a task that nobody has; of a colleague's task its page asks first, and says why where it cannot be had. */
const take = async (row) => {
  const at = names().indexOf(row.querySelector('.task-name'));
  const page = `/tasks/${row.id.slice('task-'.length)}`;
  const answer =
    'free' in row.dataset &&
    (await fetch(`${page}/claim`, { method: 'POST', redirect: 'manual', headers: csrfHeaders() }).catch(() => null));
  if (answer?.type !== 'opaqueredirect') {
    window.location.assign(page);
    return;
  }
  await reload();
  (document.getElementById(row.id)?.querySelector('.task-name') ?? names()[Math.min(at, names().length - 1)])?.focus();
  const said = document.querySelector('.js-taken');
  said.textContent = said.dataset.text.replace('{0}', row.dataset.name);
};

document.addEventListener('keydown', (event) => {
  if (!list() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    return;
  }
  if (event.key === 'j' || event.key === 'k') {
    step(event.key === 'j' ? 1 : -1);
  } else if (event.key === '/') {
    document.querySelector('.js-search')?.focus();
  } else if (event.key === 'x') {
    document.activeElement.closest('.js-task')?.querySelector('.task-pick')?.click();
  } else if (event.key === 'c' && document.activeElement.closest('.js-task')) {
    take(document.activeElement.closest('.js-task'));
  } else {
    return;
  }
  event.preventDefault();
});

// Whoever is in the list, or has ticked something, is told; for everybody else it is simply there.
const show = () => {
  const busy = list().contains(document.activeElement) || list().querySelector(':checked');
  if (busy) {
    list().querySelector('.js-changed').hidden = false;
  } else {
    reload();
  }
};

const look = async () => {
  if (!list() || document.hidden) {
    return;
  }
  const known = encodeURIComponent(list().dataset.version);
  const answer = await fetch(`/tasks/version?known=${known}`, { headers: { 'X-Requested-With': 'fetch' } }).catch(() => null);
  if (answer?.status === 200 && list()) {
    show();
  }
};
if (list()) {
  setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look);
}

// The view that is saved is the one that is seen.
document.addEventListener('htmx:afterSettle', () => {
  const query = document.querySelector('.js-query');
  if (query && list()) {
    query.value = list().dataset.query;
  }
});
