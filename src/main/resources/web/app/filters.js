import { debounced, h } from '../signin/dom.js';
import { t } from '../signin/words.js';
import { isoDay, plusDays } from './format.js';
import { icon } from './icons.js';

/** What the history shows: kept in the address, so that it can be sent and gone back to. */

const STATUSES = ['', 'IN', 'OUT', 'TURNED_AWAY'];
const NAMES = ['search', 'status', 'from', 'to', 'camera'];

/** @param query the address's choices; unknown ones are left out */
export function choicesOf(query) {
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']).filter(([, value]) => value !== ''));
}

export const sameChoices = (a, b) => NAMES.every((name) => (a[name] ?? '') === (b[name] ?? ''));

const PERIODS = {
  any: () => ({ from: '', to: '' }),
  today: (today) => ({ from: today, to: today }),
  yesterday: (today) => ({ from: plusDays(today, -1), to: plusDays(today, -1) }),
  week: (today) => ({ from: plusDays(today, -6), to: today }),
  month: (today) => ({ from: plusDays(today, -29), to: today }),
};

function periodOf(choices) {
  const today = isoDay();
  const same = ([, days]) => {
    const { from, to } = days(today);
    return (choices.from ?? '') === from && (choices.to ?? '') === to;
  };
  return Object.entries(PERIODS).find(same)?.[0] ?? 'range';
}

/** What looks alike counts as equal, as the server has it. */
const ALIKE = { O: '0', Q: '0', D: '0', Đ: '0', I: '1', J: '1', L: '1', Z: '2', A: '4', S: '5', G: '6', T: '7', B: '8' };

/** Letters and digits alone, as plates are compared. */
export const folded = (text) =>
  text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[A-ZĐ]/gu, (letter) => ALIKE[letter] ?? letter);

/** Whether a row that has just come belongs to what is shown. */
export function belongs(row, choices) {
  const day = isoDay(row.exit_time ?? row.entry_time ?? row.updated_at);
  const cameras = [row.entry_camera_id, row.exit_camera_id].map(String);
  return (
    (!choices.status || row.status === choices.status) &&
    (!choices.camera || cameras.includes(choices.camera)) &&
    (!choices.from || day >= choices.from) &&
    (!choices.to || day <= choices.to) &&
    (!choices.search || folded(row.plate_id ?? row.plate_view).includes(folded(choices.search)))
  );
}

/**
 * The bar above the list.
 *
 * @param changed takes the new choices
 * @param exports what saves the rows that are shown
 */
export function filterBar(changed, exports) {
  let choices = {};
  const set = (some) => changed({ ...choices, ...some });
  const search = h('input', {
    class: 'input',
    type: 'search',
    id: 'search',
    placeholder: t('history.search'),
    'aria-label': t('history.search'),
    'aria-keyshortcuts': '/',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  const typed = debounced(160, () => set({ search: search.value.trim() }));
  search.addEventListener('input', typed);

  const statuses = STATUSES.map((status) =>
    h(
      'button',
      { class: 'chip', type: 'button', role: 'radio', 'data-status': status, onclick: () => set({ status }) },
      t(status === '' ? 'history.all' : `status.${status}`),
    ),
  );
  const period = h('select', { class: 'select', 'aria-label': t('history.period') });
  period.append(...[...Object.keys(PERIODS), 'range'].map((name) => h('option', { value: name }, t(`period.${name}`))));
  const from = h('input', { class: 'input', type: 'date', 'aria-label': t('period.from') });
  const to = h('input', { class: 'input', type: 'date', 'aria-label': t('period.to') });
  const range = h('span', { class: 'range' }, from, h('span', { 'aria-hidden': 'true' }, '–'), to);
  period.addEventListener('change', () => {
    range.hidden = period.value !== 'range';
    if (period.value === 'range') {
      from.value ||= isoDay();
      to.value ||= isoDay();
    }
    set(PERIODS[period.value]?.(isoDay()) ?? { from: from.value, to: to.value });
  });
  for (const day of [from, to]) {
    day.addEventListener('change', () => set({ from: from.value, to: to.value }));
  }
  const camera = h('select', { class: 'select', 'aria-label': t('history.camera'), onchange: () => set({ camera: camera.value }) });
  const clear = h('button', { class: 'quiet', type: 'button', onclick: () => changed({}) }, t('history.clear'));
  const more = h(
    'div',
    { class: 'filter-more', id: 'filter-more' },
    h('div', { class: 'statuses', role: 'radiogroup', 'aria-label': t('history.status') }, statuses),
    period,
    range,
    camera,
    clear,
    exports,
  );
  const toggle = h(
    'button',
    { class: 'button icon filter-toggle', type: 'button', 'aria-label': t('history.filter'), 'aria-expanded': 'false', 'aria-controls': 'filter-more' },
    icon('filter'),
  );
  toggle.addEventListener('click', () => {
    const open = toggle.getAttribute('aria-expanded') !== 'true';
    toggle.setAttribute('aria-expanded', String(open));
    more.dataset.open = String(open);
  });
  const box = h('div', { class: 'search-box', role: 'search' }, icon('search'), search, h('kbd', { 'aria-hidden': 'true' }, '/'));

  function choose(next) {
    choices = next;
    if (document.activeElement !== search || (next.search ?? '') === '') {
      search.value = next.search ?? '';
    }
    for (const chip of statuses) {
      chip.setAttribute('aria-checked', String((next.status ?? '') === chip.dataset.status));
    }
    period.value = periodOf(next);
    range.hidden = period.value !== 'range';
    from.value = next.from ?? '';
    to.value = next.to ?? '';
    camera.value = next.camera ?? '';
    const count = ['status', 'camera'].filter((name) => next[name]).length + (period.value === 'any' ? 0 : 1);
    toggle.dataset.count = count || '';
    clear.hidden = Object.keys(next).length === 0;
  }

  return {
    node: h('div', { class: 'filters' }, h('div', { class: 'filter-head' }, box, toggle), more),
    search,
    choose,
    stop: typed.cancel,
    cameras(list) {
      const options = list.map((one) => h('option', { value: one.id }, one.gate ? `${one.name} · ${one.gate}` : one.name));
      camera.replaceChildren(h('option', { value: '' }, t('history.camera.all')), ...options);
      camera.value = choices.camera ?? '';
    },
  };
}
