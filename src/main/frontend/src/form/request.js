import { csrfHeaders, renewCsrf } from '../csrf.js';

/**
 * A JSON call that never throws: {ok, status, body}; status 0 when the server cannot be reached.
 * A sign-in page that answers instead of JSON (an ended session) reads as 401.
 */
export async function request(url, options = {}) {
  try {
    const answer = await ask(url, options);
    const mayBeStale = answer.status === 403 && (options.method ?? 'GET') !== 'GET' && !options.keepalive;
    return mayBeStale && (await renewCsrf()) ? await ask(url, options) : answer;
  } catch {
    return { ok: false, status: 0, body: null };
  }
}

async function ask(url, { method = 'GET', body, keepalive = false }) {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...csrfHeaders() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(url, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    keepalive,
    credentials: 'same-origin',
  });
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  const signedOut = response.redirected && !isJson;
  return {
    ok: response.ok && !signedOut,
    status: signedOut ? 401 : response.status,
    body: isJson ? await response.json() : null,
  };
}

/** What to say about an answer that is not the hoped-for one. */
export function messageKey({ status }) {
  const keys = { 0: 'form.offline', 401: 'form.forbidden', 403: 'form.forbidden', 404: 'form.gone', 409: 'form.conflict' };
  return keys[status] ?? 'form.refused';
}
