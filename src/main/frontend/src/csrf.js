/** The header that Spring Security asks for on everything but GET; the page carries it in two meta elements. */
export function csrfHeaders(page = document) {
  const content = (name) => page.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
  const header = content('_csrf_header');
  const token = content('_csrf');
  return header && token ? { [header]: token } : {};
}
