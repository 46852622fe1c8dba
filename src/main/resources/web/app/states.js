import { h } from '../signin/dom.js';
import { known, t } from '../signin/words.js';
import { icon } from './icons.js';

/** What stands where content would: nothing found, still loading, failed. */

export function empty(title, hint, action = null) {
  return h('div', { class: 'state' }, icon('search', 40), h('h2', null, title), hint ? h('p', null, hint) : null, action);
}

const ICONS = { offline: 'cut', signedout: 'lock', forbidden: 'lock', missing: 'nopicture' };

/** A failure in words, and what to do. */
export function failed(failure, again) {
  const kind = failure.kind ?? 'broken';
  return h(
    'div',
    { class: 'state', role: 'alert', 'data-failure': kind },
    icon(ICONS[kind] ?? 'warn', 40),
    h('h2', null, known(`failed.${kind}`, t('failed.broken'))),
    h('p', null, failure.message && (kind === 'wrong' || kind === 'broken') ? failure.message : known(`failed.${kind}.hint`, '')),
    kind === 'forbidden' ? null : h('button', { class: 'button', type: 'button', onclick: again }, t('again')),
  );
}

/** Grey bars in the place of `count` rows, so that nothing moves when they come. */
export function loading(count = 6, kind = 'row') {
  return h(
    'div',
    { class: `loading loading-${kind}`, role: 'status' },
    h('span', { class: 'unseen' }, t('loading')),
    Array.from({ length: count }, () => h('div', { class: 'bar', 'aria-hidden': 'true' })),
  );
}

/** Says something to a screen reader, and shows it for a moment where `seen`. */
export function say(text, seen = false) {
  document.getElementById('said').textContent = text;
  if (!seen) {
    return;
  }
  document.querySelector('.toast')?.remove();
  const toast = h('div', { class: 'toast', 'aria-hidden': 'true' }, text);
  (document.querySelector('dialog[open]') ?? document.body).append(toast);
  setTimeout(() => toast.remove(), 4000);
}

/**
 * Loads and shows: grey bars, then `show(answer)`, or the failure with a button to try again.
 * A later load takes an earlier one back.
 */
export function loader(place, load, show, kind = 'row') {
  let running = null;
  const run = async (quietly = false) => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    if (!quietly) {
      place.replaceChildren(loading(kind === 'row' ? 6 : 3, kind));
    }
    try {
      const answer = await load(mine.signal);
      if (running === mine) {
        place.replaceChildren(...[show(answer)].flat().filter(Boolean));
      }
    } catch (failure) {
      if (failure.name !== 'AbortError' && running === mine && !(quietly && failure.kind === 'offline')) {
        place.replaceChildren(failed(failure, () => run()));
      }
      if (!('kind' in failure) && failure.name !== 'AbortError') {
        throw failure; // ours: it belongs in the console
      }
    }
  };
  run.stop = () => running?.abort();
  return run;
}
