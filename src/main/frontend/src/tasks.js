// The task list: keys to move in it, and new tasks that appear by themselves.
import htmx from 'htmx.org';

const EVERY = 20_000;
const list = () => document.querySelector('.js-tasks');
const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

const step = (way) => {
  const names = [...document.querySelectorAll('.js-task .task-name')];
  const here = names.indexOf(document.activeElement);
  const next = here < 0 ? (way > 0 ? 0 : names.length - 1) : here + way;
  names[Math.min(Math.max(next, 0), names.length - 1)]?.focus();
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
    htmx.ajax('GET', `/tasks${list().dataset.query}`, { target: '#tasks', select: '#tasks', swap: 'outerHTML' });
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
