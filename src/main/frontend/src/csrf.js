/** The header that Spring Security asks for on everything but GET; the page carries it in two meta elements. */
export function csrfHeaders(page = document) {
  const content = (name) => page.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
  const header = content('_csrf_header');
  const token = content('_csrf');
  return header && token ? { [header]: token } : {};
}

/**
 * Somebody whose session ended has signed in again in another tab: the token of this page is of no use any more, but a
 * fresh copy of the same page has one that is.
 *
 * @returns {Promise<boolean>} whether there is a new token to try again with
 */
export async function renewCsrf() {
  const response = await fetch(window.location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  const fresh = csrfHeaders(new DOMParser().parseFromString(await response.text(), 'text/html'));
  const [token] = Object.values(fresh);
  if (token === undefined || token === Object.values(csrfHeaders())[0]) {
    return false;
  }
  document.querySelector('meta[name="_csrf"]').setAttribute('content', token);
  return true;
}
