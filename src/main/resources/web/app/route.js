/** The address: `#/history/123?search=684` is page, item and choices. */

/** @returns {{page: string, item: string|null, query: URLSearchParams}} */
export function routeOf(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', item = null] = path.split('/');
  return { page: decoded(page), item: item === null || item === '' ? null : decoded(item), query: new URLSearchParams(query) };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken link
  }
}

/** The address of a page; empty choices are left out. */
export function hashOf(page, item = null, choices = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choices)) {
    if (value !== null && value !== undefined && value !== '' && value !== false) {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return `#/${page}${item === null ? '' : `/${encodeURIComponent(item)}`}${text === '' ? '' : `?${text}`}`;
}

/** Goes there as a step that "back" takes back. */
export function go(hash) {
  if (location.hash !== hash) {
    location.hash = hash;
  }
}

/** Goes there in place of where we are, as typing does. */
export function stay(hash) {
  if (location.hash !== hash) {
    history.replaceState(null, '', hash);
    window.dispatchEvent(new Event('gatehouse:route'));
  }
}
