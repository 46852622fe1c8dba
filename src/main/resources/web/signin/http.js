/** Requests to the central. Every failure is a `Refused` whose `kind` says what the reader can do. */

let csrf = '';

/** The token that proves to the server that a change comes from this page. */
export function useCsrf(token) {
  csrf = token ?? '';
}

export class Refused extends Error {
  /** @param kind 'offline', 'signedout', 'forbidden', 'missing', 'busy', 'wrong' or 'broken' */
  constructor(kind, message, status = 0, retryAfter = 0) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

function kindOf(status) {
  switch (status) {
    case 401:
      return 'signedout';
    case 403:
      return 'forbidden';
    case 404:
      return 'missing';
    case 429:
      return 'busy';
    default:
      return status >= 500 ? 'broken' : 'wrong';
  }
}

async function answerOf(response) {
  const json = (response.headers.get('Content-Type') ?? '').includes('json');
  try {
    return json ? await response.json() : {};
  } catch {
    return {}; // cut off on the way
  }
}

/** Sends and answers the JSON. `signal` takes a request back, which throws an AbortError. */
export async function call(method, path, body, signal) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['X-CSRF-Token'] = csrf;
  }
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      signal,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Refused('offline', failure.message);
  }
  const answer = await answerOf(response);
  if (response.ok && answer.success !== false) {
    return answer;
  }
  const kind = kindOf(response.status);
  if (kind === 'signedout') {
    window.dispatchEvent(new Event('gatehouse:signedout'));
  }
  throw new Refused(kind, answer.error ?? '', response.status, Number(response.headers.get('Retry-After') ?? 0));
}

export const get = (path, signal) => call('GET', path, undefined, signal);

/** A path with its query; empty values are left out. */
export function withQuery(path, values) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) {
      query.set(name, value === true ? 'true' : value);
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
